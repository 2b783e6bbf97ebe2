/// Building blocks that every screen uses: badge, amount, address, copy button, QR picture, urgency mark,
/// waiting.
///
/// They know values of the engine and words of the bundles, and no screen.
@NullMarked
package org.lifeboat.ui.parts;

import org.jspecify.annotations.NullMarked;
