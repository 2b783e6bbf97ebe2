package org.lifeboat.primitives;

/// The number of a block on L1. Cannot be mistaken for a block of the other layer.
public record L1Block(long number) implements Comparable<L1Block> {
    public L1Block {
        if (number < 0) {
            throw new IllegalArgumentException("negative block number");
        }
    }

    @Override
    public int compareTo(L1Block other) {
        return Long.compare(number, other.number);
    }
}
