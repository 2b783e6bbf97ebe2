/// From "send this to that" to a signature: form, review, what came of it.
///
/// The review shows the request in the vault's own words and all checks of the engine. A predicted failure is
/// a loud warning and never a lock; what is dangerous is asked a second time.
@NullMarked
package org.lifeboat.ui.send;

import org.jspecify.annotations.NullMarked;
