package org.lifeboat.primitives;

/// The number of a sender's transaction on one chain, from 0 (EIP-2681: below 2^64-1; here below 2^63).
public record Nonce(long value) implements Comparable<Nonce> {
    public Nonce {
        if (value < 0) {
            throw new IllegalArgumentException("negative nonce");
        }
    }

    public Nonce plus(long more) {
        return new Nonce(Math.addExact(value, more));
    }

    @Override
    public int compareTo(Nonce other) {
        return Long.compare(value, other.value);
    }
}
