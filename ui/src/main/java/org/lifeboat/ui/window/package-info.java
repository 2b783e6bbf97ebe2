/// The frame around a page: size and style of the window. Knows no page.
@NullMarked
package org.lifeboat.ui.window;

import org.jspecify.annotations.NullMarked;
