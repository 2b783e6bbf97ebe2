/// Drills in the window: the list of them, the guide that accompanies one on the wallet's own pages, and the closing
/// page with its certificate. What happens in a drill happens in a world of play money of its own.
@NullMarked
package org.lifeboat.ui.drills;

import org.jspecify.annotations.NullMarked;
