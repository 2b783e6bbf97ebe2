/// The rules of the house, checked by machine: layers, purity, lengths, tidiness. Each rule is shown to fail on a
/// planted breach.
package org.lifeboat.app.architecture;
