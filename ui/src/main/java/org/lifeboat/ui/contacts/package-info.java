/// The address book: names for addresses, with the networks on which they hold. Asks nobody.
@NullMarked
package org.lifeboat.ui.contacts;

import org.jspecify.annotations.NullMarked;
