/// The window around the pages: menu, title bar, status bar, command palette, keys, the layer for questions.
///
/// Knows places, not screens: `app` hands in what stands at each place.
@NullMarked
package org.lifeboat.ui.frame;

import org.jspecify.annotations.NullMarked;
