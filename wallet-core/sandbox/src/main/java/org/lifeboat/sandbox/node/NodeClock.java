package org.lifeboat.sandbox.node;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// The time of a world: that of a clock outside, and what it was moved ahead by; a world that has stood still may
/// be behind it. While the world is open its time never goes back.
public final class NodeClock {
    private final InstantSource outside;
    private Duration ahead = Duration.ZERO;
    private OptionalLong next = OptionalLong.empty();
    private final List<Consumer<Duration>> listeners = new ArrayList<>();
    private final List<LongConsumer> blockListeners = new ArrayList<>();

    public NodeClock(InstantSource outside) {
        this.outside = outside;
    }

    /// @param span not negative
    public synchronized void advance(Duration span) {
        if (span.isNegative()) {
            throw new IllegalArgumentException("time does not go back");
        }
        move(ahead.plus(span));
    }

    /// Lets the world's time be that from now on, whatever the clock outside says: a world that was closed has
    /// stood still meanwhile.
    public synchronized void goOnFrom(long unixSeconds) {
        move(Duration.ofSeconds(unixSeconds - outside.instant().getEpochSecond()));
    }

    /// Tells `listener` by how much the world's time is ahead of the clock outside (negative where it is
    /// behind): now, and at each change.
    public synchronized void follow(Consumer<Duration> listener) {
        listeners.add(listener);
        listener.accept(ahead);
    }

    /// Tells `listener` the time of each block that is made from now on, in Unix seconds.
    public synchronized void followBlocks(LongConsumer listener) {
        blockListeners.add(listener);
    }

    private void move(Duration to) {
        ahead = to;
        listeners.forEach(listener -> listener.accept(to));
    }

    /// The time of the next block, once; from there the clock goes on.
    public synchronized void setNext(long unixSeconds) {
        next = OptionalLong.of(unixSeconds);
    }

    /// In Unix seconds.
    public synchronized long now() {
        return outside.instant().plus(ahead).getEpochSecond();
    }

    /// The time of the block that is made now: always later than its parent's.
    synchronized long take(long parentSeconds) {
        long seconds = timeAfter(parentSeconds);
        blockListeners.forEach(listener -> listener.accept(seconds));
        return seconds;
    }

    private long timeAfter(long parentSeconds) {
        if (next.isPresent()) {
            long set = next.getAsLong();
            next = OptionalLong.empty();
            if (set > parentSeconds) {
                move(ahead.plusSeconds(Math.max(0, set - now())));
                return set;
            }
        }
        return Math.max(now(), parentSeconds + 1);
    }
}
