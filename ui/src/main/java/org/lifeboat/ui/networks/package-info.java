/// Networks, and the sources that may be asked about them: what each can do, how it behaves, what it has learnt.
///
/// Nothing is asked of an address before the user has confirmed it here or when the wallet was set up.
@NullMarked
package org.lifeboat.ui.networks;

import org.jspecify.annotations.NullMarked;
