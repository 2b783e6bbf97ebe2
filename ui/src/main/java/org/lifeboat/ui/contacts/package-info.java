/// The address book: names for addresses, with the networks on which they hold. A name of
/// ENS is looked up when the user wants that; nobody else is asked.
@NullMarked
package org.lifeboat.ui.contacts;

import org.jspecify.annotations.NullMarked;
