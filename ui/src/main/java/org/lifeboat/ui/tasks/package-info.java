/// The one crossing between the screen's thread and all others.
///
/// Nobody else calls `Platform.runLater`; nothing that can block runs on the screen's thread.
@NullMarked
package org.lifeboat.ui.tasks;

import org.jspecify.annotations.NullMarked;
