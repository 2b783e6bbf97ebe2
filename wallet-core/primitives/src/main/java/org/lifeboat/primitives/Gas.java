package org.lifeboat.primitives;

/// An amount of gas. Never negative.
public record Gas(long amount) implements Comparable<Gas> {
    public Gas {
        if (amount < 0) {
            throw new IllegalArgumentException("negative gas");
        }
    }

    public Gas plus(long more) {
        return new Gas(Math.addExact(amount, more));
    }

    @Override
    public int compareTo(Gas other) {
        return Long.compare(amount, other.amount);
    }
}
