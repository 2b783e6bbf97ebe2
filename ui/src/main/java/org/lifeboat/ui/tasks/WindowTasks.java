package org.lifeboat.ui.tasks;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The tasks of one window, which end with it: nothing that was begun there asks on, or comes back, once its records
/// are closed behind it.
public final class WindowTasks implements Tasks, AutoCloseable {
    private final Tasks tasks;
    private final Set<Held> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /// @param tasks does the work
    public WindowTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public <T> Running run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Held held = new Held();
        return begin(
                held,
                () -> tasks.run(
                        () -> {
                            try {
                                return work.call();
                            } finally {
                                open.remove(held);
                            }
                        },
                        result -> unlessClosed(() -> done.accept(result)),
                        problem -> unlessClosed(() -> failed.accept(problem))));
    }

    @Override
    public Running after(Duration delay, Runnable action) {
        Held held = new Held();
        return begin(
                held,
                () -> tasks.after(delay, () -> {
                    open.remove(held);
                    unlessClosed(action);
                }));
    }

    @Override
    public void onScreen(Runnable action) {
        tasks.onScreen(() -> unlessClosed(action));
    }

    private Running begin(Held held, Supplier<Running> start) {
        if (closed) {
            return () -> {};
        }
        open.add(held);
        held.running.set(start.get());
        return () -> {
            open.remove(held);
            held.cancel();
        };
    }

    private void unlessClosed(Runnable action) {
        if (!closed) {
            action.run();
        }
    }

    /// Interrupts what is under way and drops its results. What is asked for from now on is not done.
    @Override
    public void close() {
        closed = true;
        open.forEach(Held::cancel);
        open.clear();
    }

    /// Something under way, from before it has begun.
    private static final class Held {
        private final AtomicReference<Running> running = new AtomicReference<>(() -> {});

        void cancel() {
            running.get().cancel();
        }
    }
}
