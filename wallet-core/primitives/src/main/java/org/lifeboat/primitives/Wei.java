package org.lifeboat.primitives;

import java.math.BigInteger;
import java.util.Optional;

/// An amount of a chain's native coin in wei (1 ETH = 10^18 wei). Never negative, below 2^256 (the EVM word).
public record Wei(BigInteger value) implements Comparable<Wei> {
    public static final Wei ZERO = new Wei(BigInteger.ZERO);

    public Wei {
        if (value.signum() < 0 || value.bitLength() > 256) {
            throw new IllegalArgumentException("wei out of range");
        }
    }

    public static Wei of(long value) {
        return new Wei(BigInteger.valueOf(value));
    }

    /// @throws IllegalArgumentException if the sum leaves the EVM word
    public Wei plus(Wei other) {
        return new Wei(value.add(other.value));
    }

    /// @return `this - other`, or empty if `other` is larger; a balance has no minus sign
    public Optional<Wei> minus(Wei other) {
        return compareTo(other) < 0 ? Optional.empty() : Optional.of(new Wei(value.subtract(other.value)));
    }

    public Wei times(long factor) {
        return new Wei(value.multiply(BigInteger.valueOf(factor)));
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    /// The same amount with its eighteen decimals, for showing.
    public TokenAmount toTokenAmount() {
        return new TokenAmount(value, 18);
    }

    @Override
    public int compareTo(Wei other) {
        return value.compareTo(other.value);
    }
}
