/// From nothing to a wallet: language, way, words, password, sources; in this order, and each with a way back.
///
/// Nothing is asked of any host here: sources are written down, and first asked when the page is left.
@NullMarked
package org.lifeboat.ui.onboarding;

import org.jspecify.annotations.NullMarked;
