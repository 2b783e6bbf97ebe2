/// The address book: names for addresses, on which chains they hold, and warnings about addresses that look
/// like them.
///
/// CSV follows RFC 4180; a file is imported whole or not at all. A name here is the user's word and proves
/// nothing.
@NullMarked
package org.lifeboat.engine.contact;

import org.jspecify.annotations.NullMarked;
