/// What is said beside the pages: in a corner of the window; and where nobody looks at the window by the desktop, or
/// in the system's tray, where there is one.
///
/// Never relied upon: whatever is said here stands on a page or in the status bar as well.
@NullMarked
package org.lifeboat.ui.notices;

import org.jspecify.annotations.NullMarked;
