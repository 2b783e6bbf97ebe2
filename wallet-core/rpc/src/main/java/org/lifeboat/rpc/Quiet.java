package org.lifeboat.rpc;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.lifeboat.engine.source.Deadline;

/// Until when a source has asked not to be asked (`Retry-After`, RFC 9110, section 10.2.3). Thread-safe.
final class Quiet {
    private final AtomicReference<Deadline> until = new AtomicReference<>(Deadline.in(Duration.ZERO));

    /// Never shortens what was asked for before.
    void keepFor(Duration time) {
        Deadline asked = Deadline.in(time);
        until.updateAndGet(old -> old.remaining().compareTo(asked.remaining()) > 0 ? old : asked);
    }

    Duration remaining() {
        return until.get().remaining();
    }
}
