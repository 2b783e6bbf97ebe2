package org.lifeboat.rpc;

import java.time.Duration;

/// A point of the computer's running clock, which no change of the date moves.
record Deadline(long nanos) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /// Zero once it has passed.
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    boolean hasPassed() {
        return left().toMillis() == 0;
    }
}
