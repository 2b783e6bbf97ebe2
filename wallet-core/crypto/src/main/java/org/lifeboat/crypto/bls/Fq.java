package org.lifeboat.crypto.bls;

import java.math.BigInteger;
import java.util.Optional;

/// Arithmetic modulo the prime of the base field, on plain numbers from 0 to p - 1.
final class Fq {
    /// Source: EIP-2537, "Curve parameters", `p`.
    static final BigInteger PRIME = new BigInteger(
            "1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab", 16);

    private static final BigInteger ROOT_POWER = PRIME.add(BigInteger.ONE).shiftRight(2);

    private Fq() {}

    static BigInteger add(BigInteger a, BigInteger b) {
        BigInteger sum = a.add(b);
        return sum.compareTo(PRIME) >= 0 ? sum.subtract(PRIME) : sum;
    }

    static BigInteger subtract(BigInteger a, BigInteger b) {
        BigInteger difference = a.subtract(b);
        return difference.signum() < 0 ? difference.add(PRIME) : difference;
    }

    static BigInteger negate(BigInteger a) {
        return a.signum() == 0 ? a : PRIME.subtract(a);
    }

    static BigInteger multiply(BigInteger a, BigInteger b) {
        return a.multiply(b).mod(PRIME);
    }

    /// Zero stays zero.
    static BigInteger invert(BigInteger a) {
        return a.signum() == 0 ? a : a.modInverse(PRIME);
    }

    /// p is 3 modulo 4, so a root is a power.
    static Optional<BigInteger> root(BigInteger a) {
        BigInteger root = a.modPow(ROOT_POWER, PRIME);
        return multiply(root, root).equals(a) ? Optional.of(root) : Optional.empty();
    }
}
