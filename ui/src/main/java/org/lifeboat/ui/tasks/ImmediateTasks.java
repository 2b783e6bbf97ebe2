package org.lifeboat.ui.tasks;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// No threads and no waiting: what is asked for is done before the call returns.
final class ImmediateTasks implements Tasks {
    @Override
    public <T> Running run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        T result;
        try {
            result = work.call();
        } catch (Exception e) { // the outermost edge of a task
            failed.accept(e);
            return () -> {};
        }
        done.accept(result);
        return () -> {};
    }

    @Override
    public Running after(Duration delay, Runnable action) {
        return () -> {};
    }

    @Override
    public void onScreen(Runnable action) {
        action.run();
    }
}
