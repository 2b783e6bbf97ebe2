package org.lifeboat.engine.source;

import java.time.Duration;

/// A point in this process's time by which something must be over. Monotonic; unrelated to the wall clock.
public final class Deadline {
    private final long endNanos;

    private Deadline(long endNanos) {
        this.endNanos = endNanos;
    }

    public static Deadline in(Duration span) {
        return new Deadline(System.nanoTime() + span.toNanos());
    }

    /// What is left, never negative.
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    /// What is left, at most `most`.
    public Duration remaining(Duration most) {
        Duration left = remaining();
        return left.compareTo(most) < 0 ? left : most;
    }

    public boolean isOver() {
        return endNanos - System.nanoTime() <= 0;
    }
}
