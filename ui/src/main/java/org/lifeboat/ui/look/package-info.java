/// Themes, zoom, icons: how the window looks. Colours are named in the style sheets, never in code.
@NullMarked
package org.lifeboat.ui.look;

import org.jspecify.annotations.NullMarked;
