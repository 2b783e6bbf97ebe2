/// Figures of the window: how soon it can be used, what memory it takes, how evenly it draws. Everything is
/// measured in processes of its own, on JavaFX's Headless platform, through the window that a user has.
@NullMarked
package org.lifeboat.conformance.window;

import org.jspecify.annotations.NullMarked;
