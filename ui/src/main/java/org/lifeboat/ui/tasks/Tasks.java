package org.lifeboat.ui.tasks;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Work away from the screen's thread, and the way back to it.
public interface Tasks {
    /// Runs `work` on a thread of its own, then `done` or `failed` on the screen's thread.
    ///
    /// `failed` is for bugs and broken machines; what a user can meet is part of `T`. Neither is called after
    /// [Running#cancel].
    <T> Running run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed);

    /// Runs `action` on the screen's thread once `delay` has passed.
    Running after(Duration delay, Runnable action);

    /// Runs `action` on the screen's thread soon; for listeners that the engine calls on threads of its own.
    void onScreen(Runnable action);

    /// Something under way.
    interface Running {
        /// Interrupts the work and drops its result. Harmless when it is over.
        void cancel();
    }

    /// The real thing: virtual threads and the JavaFX thread.
    static Tasks background() {
        return new BackgroundTasks();
    }

    /// Everything on the calling thread, at once; delayed actions never run. For tests of view models.
    static Tasks immediate() {
        return new ImmediateTasks();
    }
}
