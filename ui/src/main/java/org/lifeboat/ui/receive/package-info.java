/// The address to give away, and on which networks this wallet would see what arrives. Asks nobody.
@NullMarked
package org.lifeboat.ui.receive;

import org.jspecify.annotations.NullMarked;
