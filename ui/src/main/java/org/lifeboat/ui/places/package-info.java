/// Where a user can be in the window, and how a screen asks to go somewhere else without knowing other screens.
@NullMarked
package org.lifeboat.ui.places;

import org.jspecify.annotations.NullMarked;
