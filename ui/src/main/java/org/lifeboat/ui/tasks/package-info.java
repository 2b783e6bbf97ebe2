/// The one place where work crosses between threads and screens. Nobody else calls `Platform.runLater`.
@NullMarked
package org.lifeboat.ui.tasks;

import org.jspecify.annotations.NullMarked;
