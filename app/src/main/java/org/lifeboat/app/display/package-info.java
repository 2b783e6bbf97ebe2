/// What this machine can show: a window, pictures without a window, or neither. Asked before JavaFX starts,
/// because JavaFX cannot be started a second time and answers a missing library with a stack trace.
@NullMarked
package org.lifeboat.app.display;

import org.jspecify.annotations.NullMarked;
