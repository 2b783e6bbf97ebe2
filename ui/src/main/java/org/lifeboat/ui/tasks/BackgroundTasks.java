package org.lifeboat.ui.tasks;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Virtual threads for the work; the only caller of `Platform.runLater`.
final class BackgroundTasks implements Tasks {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTasks.class);

    @Override
    public <T> Running run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        AtomicBoolean cancelled = new AtomicBoolean();
        Thread thread = Thread.ofVirtual().name("task").unstarted(() -> {
            try {
                T result = work.call();
                deliver(cancelled, () -> done.accept(result));
            } catch (Exception e) { // the outermost edge of a task
                if (!cancelled.get()) {
                    LOG.warn("a task failed", e);
                }
                deliver(cancelled, () -> failed.accept(e));
            }
        });
        thread.start();
        return () -> {
            cancelled.set(true);
            thread.interrupt();
        };
    }

    @Override
    public Running after(Duration delay, Runnable action) {
        AtomicBoolean cancelled = new AtomicBoolean();
        Thread thread = Thread.ofVirtual().name("delay").unstarted(() -> {
            try {
                Thread.sleep(delay);
                deliver(cancelled, action);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // cancelled: nothing to do
            }
        });
        thread.start();
        return () -> {
            cancelled.set(true);
            thread.interrupt();
        };
    }

    @Override
    public void onScreen(Runnable action) {
        Platform.runLater(action);
    }

    private static void deliver(AtomicBoolean cancelled, Runnable action) {
        Platform.runLater(() -> {
            if (!cancelled.get()) {
                action.run();
            }
        });
    }
}
