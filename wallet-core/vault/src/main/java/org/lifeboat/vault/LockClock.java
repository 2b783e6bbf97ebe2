package org.lifeboat.vault;

import java.time.Instant;

/// The vault's two clocks. They part company while a computer sleeps.
public interface LockClock {
    /// Steady, from an arbitrary start; stands still or goes on in sleep, as the system likes.
    long nanos();

    /// The time of day; goes on in sleep and can be set.
    Instant wall();

    static LockClock system() {
        return new LockClock() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public Instant wall() {
                return Instant.now();
            }
        };
    }
}
