package org.lifeboat.ui.tasks;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.application.Platform;

/// Runs work away from the screen and brings its result back to the screen's thread.
public interface Tasks {
    /// @param work may block
    /// @param done called on the screen's thread with the result
    /// @param failed called on the screen's thread with what broke
    <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed);

    /// On a virtual thread.
    static Tasks background() {
        return new Tasks() {
            @Override
            public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
                Thread.startVirtualThread(() -> {
                    try {
                        T result = work.call();
                        Platform.runLater(() -> done.accept(result));
                    } catch (Exception broken) { // the outermost edge of a task
                        Platform.runLater(() -> failed.accept(broken));
                    }
                });
            }
        };
    }

    /// On the calling thread: a view model is tested without a window and without waiting.
    static Tasks immediate() {
        return new Tasks() {
            @Override
            public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
                T result;
                try {
                    result = work.call();
                } catch (Exception broken) { // the outermost edge of a task
                    failed.accept(broken);
                    return;
                }
                done.accept(result);
            }
        };
    }
}
