package org.lifeboat.primitives;

/// The number that tells chains apart in signatures (EIP-155, EIP-1344). Positive.
public record ChainId(long value) implements Comparable<ChainId> {
    public static final ChainId ETHEREUM = new ChainId(1);

    public ChainId {
        if (value <= 0) {
            throw new IllegalArgumentException("chain id must be positive");
        }
    }

    @Override
    public int compareTo(ChainId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
