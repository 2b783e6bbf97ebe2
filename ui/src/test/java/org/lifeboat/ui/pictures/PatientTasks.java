package org.lifeboat.ui.pictures;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.lifeboat.ui.parts.Waiting;
import org.lifeboat.ui.tasks.Tasks;

/// A page as it looks to somebody who has waited for it: what comes within three seconds (the ring, the button to give
/// up, the button that signs) is there; what takes itself away later stays.
final class PatientTasks implements Tasks {
    private final Tasks now = Tasks.immediate();

    @Override
    public <T> Running run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        return now.run(work, done, failed);
    }

    @Override
    public Running after(Duration delay, Runnable action) {
        if (delay.compareTo(Waiting.PATIENT) <= 0) {
            action.run();
        }
        return () -> {};
    }

    @Override
    public void onScreen(Runnable action) {
        action.run();
    }
}
