package org.lifeboat.vault;

import java.time.Duration;
import java.time.Instant;

/// Decides when an open vault must close: after some idle time, and at the latest when the computer wakes up.
/// Has no thread of its own: the program calls [#check] every few seconds, and an open vault calls it before
/// each use.
public final class AutoLock {
    /// Wall clock and steady clock drift apart by less than this between two checks, unless the computer slept or
    /// somebody set the clock.
    private static final Duration SLEPT = Duration.ofSeconds(30);

    private final LockClock clock;
    private final Duration idle;
    private long usedAt;
    private long checkedAt;
    private Instant wallAtCheck;
    private boolean expired;

    /// @param idle how long nobody may touch the program before it locks
    public AutoLock(LockClock clock, Duration idle) {
        this.clock = clock;
        this.idle = idle;
        this.usedAt = clock.nanos();
        this.checkedAt = usedAt;
        this.wallAtCheck = clock.wall();
    }

    /// Somebody moved the mouse or pressed a key. Does not bring an expired lock back.
    public synchronized void touched() {
        if (!check()) {
            usedAt = clock.nanos();
        }
    }

    /// @return whether the vault must be locked now; once true, true for ever
    public synchronized boolean check() {
        long nanos = clock.nanos();
        Instant wall = clock.wall();
        Duration steady = Duration.ofNanos(nanos - checkedAt);
        Duration onTheWall = Duration.between(wallAtCheck, wall);
        boolean slept = onTheWall.minus(steady).abs().compareTo(SLEPT) > 0;
        boolean idleTooLong = Duration.ofNanos(nanos - usedAt).compareTo(idle) >= 0;
        expired |= slept || idleTooLong;
        checkedAt = nanos;
        wallAtCheck = wall;
        return expired;
    }
}
