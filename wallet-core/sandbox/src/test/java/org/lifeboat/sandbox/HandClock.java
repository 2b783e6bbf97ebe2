package org.lifeboat.sandbox;

import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still.
public final class HandClock {
    /// 2026-01-01.
    public static final long START = 1_767_225_600L;

    private HandClock() {}

    public static InstantSource at(long unixSeconds) {
        return InstantSource.fixed(Instant.ofEpochSecond(unixSeconds));
    }
}
