package org.lifeboat.primitives;

import java.time.Duration;
import java.time.Instant;

/// The timestamp of an L1 block header, in Unix seconds. Not the computer's clock.
public record L1Time(long unixSeconds) implements Comparable<L1Time> {
    public L1Time plus(Duration span) {
        return new L1Time(Math.addExact(unixSeconds, span.toSeconds()));
    }

    public boolean isBefore(L1Time other) {
        return unixSeconds < other.unixSeconds;
    }

    /// For showing only.
    public Instant toInstant() {
        return Instant.ofEpochSecond(unixSeconds);
    }

    @Override
    public int compareTo(L1Time other) {
        return Long.compare(unixSeconds, other.unixSeconds);
    }
}
