/// Shows pages: the welcome window where there is a display, the tour where there is none.
@NullMarked
package org.lifeboat.app.tour;

import org.jspecify.annotations.NullMarked;
