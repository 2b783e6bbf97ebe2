/// One breach for each rule of the house; the rules are tested by catching them.
package org.lifeboat.app.architecture.planted;
