package org.lifeboat.primitives;

/// The number of a block on an L2. Cannot be mistaken for a block of the other layer.
public record L2Block(long number) implements Comparable<L2Block> {
    public L2Block {
        if (number < 0) {
            throw new IllegalArgumentException("negative block number");
        }
    }

    @Override
    public int compareTo(L2Block other) {
        return Long.compare(number, other.number);
    }
}
