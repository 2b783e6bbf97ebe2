/// Figures of the window: how soon it can be used, what memory it takes, how evenly it draws. Everything is
/// measured in processes of its own, through the window that a user has: a real one where the environment names a
/// display, else one on JavaFX's Headless platform.
@NullMarked
package org.lifeboat.conformance.window;

import org.jspecify.annotations.NullMarked;
