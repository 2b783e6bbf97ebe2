/// The networks a user watches: what they are, how they hang together, and which sources answer for them.
///
/// A network is entered with a cited source or by the user. No request goes to any host that the user has not
/// confirmed.
@NullMarked
package org.lifeboat.engine.network;

import org.jspecify.annotations.NullMarked;
