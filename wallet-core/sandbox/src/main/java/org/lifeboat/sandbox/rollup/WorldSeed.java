package org.lifeboat.sandbox.rollup;

import java.util.SplittableRandom;

/// What makes one world's past another than the next one's: the same number, the same past. Used once, from one thread.
public final class WorldSeed {
    private final boolean usual;
    private final SplittableRandom dice;

    private WorldSeed(boolean usual, long number) {
        this.usual = usual;
        this.dice = new SplittableRandom(number);
    }

    /// The past that the documents tell of.
    public static WorldSeed usual() {
        return new WorldSeed(true, 0);
    }

    /// Any other.
    public static WorldSeed of(long number) {
        return new WorldSeed(false, number);
    }

    /// How much it is this time: at least one, on the average about as much as usual.
    /// @param amount usually; at least one
    long about(long amount) {
        return usual ? amount : 1 + dice.nextLong(2 * amount);
    }
}
