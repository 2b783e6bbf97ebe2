/// What is said beside the pages: in a corner of the window, and in the system's tray where there is one and
/// nobody looks at the window.
///
/// Never relied upon: whatever is said here stands on a page or in the status bar as well.
@NullMarked
package org.lifeboat.ui.notices;

import org.jspecify.annotations.NullMarked;
