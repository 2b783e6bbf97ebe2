package org.lifeboat.ui;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.lifeboat.ui.tasks.Tasks;

/// Work that waits until the test lets it go on: what a screen shows meanwhile can be looked at. As the real
/// thing, it says nothing more once it is cancelled, and what was begun runs to its end all the same.
public final class LaterTasks implements Tasks {
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public <T> Running run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        boolean[] cancelled = new boolean[1];
        waiting.add(() -> {
            try {
                T result = work.call();
                if (!cancelled[0]) {
                    done.accept(result);
                }
            } catch (Exception e) { // the outermost edge of a task
                if (!cancelled[0]) {
                    failed.accept(e);
                }
            }
        });
        return () -> cancelled[0] = true;
    }

    @Override
    public Running after(Duration delay, Runnable action) {
        return () -> {};
    }

    @Override
    public void onScreen(Runnable action) {
        action.run();
    }

    /// Does what has waited longest, and nothing that it brings with it.
    public void runNext() {
        waiting.remove().run();
    }

    /// Does what waits, and what that brings with it.
    public void runAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }
}
