package org.lifeboat.vault;

import java.time.Duration;
import java.util.Optional;

/// Slows down guessing at the keyboard: three tries are free, then the wait doubles from one second to a
/// minute. Lives in memory only; against guessing on a copy of the file there is Argon2id.
final class RetryDelay {
    private static final int FREE = 3;
    private static final int LONGEST_SECONDS = 60;

    private final LockClock clock;
    private int failures;
    private long notBefore;

    RetryDelay(LockClock clock) {
        this.clock = clock;
    }

    /// @return how long to wait; empty if a try is allowed now
    synchronized Optional<Duration> remaining() {
        long left = notBefore - clock.nanos();
        return failures > FREE && left > 0 ? Optional.of(Duration.ofNanos(left)) : Optional.empty();
    }

    synchronized void failed() {
        failures++;
        if (failures > FREE) {
            int seconds = Math.min(LONGEST_SECONDS, 1 << Math.min(6, failures - FREE - 1));
            notBefore = clock.nanos() + Duration.ofSeconds(seconds).toNanos();
        }
    }

    synchronized void succeeded() {
        failures = 0;
    }
}
