package org.lifeboat.crypto.bls;

import java.math.BigInteger;
import java.util.Optional;

/// `c0 + c1 * i` with `i^2 = -1`.
record Fq2(BigInteger c0, BigInteger c1) {
    static final Fq2 ZERO = new Fq2(BigInteger.ZERO, BigInteger.ZERO);
    static final Fq2 ONE = new Fq2(BigInteger.ONE, BigInteger.ZERO);

    static Fq2 of(long c0, long c1) {
        return new Fq2(
                BigInteger.valueOf(c0).mod(Fq.PRIME), BigInteger.valueOf(c1).mod(Fq.PRIME));
    }

    boolean isZero() {
        return c0.signum() == 0 && c1.signum() == 0;
    }

    Fq2 add(Fq2 b) {
        return new Fq2(Fq.add(c0, b.c0), Fq.add(c1, b.c1));
    }

    Fq2 negate() {
        return new Fq2(Fq.negate(c0), Fq.negate(c1));
    }

    Fq2 multiply(Fq2 b) {
        BigInteger low = c0.multiply(b.c0);
        BigInteger high = c1.multiply(b.c1);
        BigInteger cross = c0.add(c1).multiply(b.c0.add(b.c1)).subtract(low).subtract(high);
        return new Fq2(low.subtract(high).mod(Fq.PRIME), cross.mod(Fq.PRIME));
    }

    Fq2 square() {
        return multiply(this);
    }

    /// Zero stays zero.
    Fq2 invert() {
        BigInteger norm = Fq.invert(c0.multiply(c0).add(c1.multiply(c1)).mod(Fq.PRIME));
        return new Fq2(Fq.multiply(c0, norm), Fq.negate(Fq.multiply(c1, norm)));
    }

    /// The complex method: a root of the norm first.
    Optional<Fq2> root() {
        if (c1.signum() == 0) {
            return Fq.root(c0)
                    .map(real -> new Fq2(real, BigInteger.ZERO))
                    .or(() -> Fq.root(Fq.negate(c0)).map(imaginary -> new Fq2(BigInteger.ZERO, imaginary)));
        }
        BigInteger norm = c0.multiply(c0).add(c1.multiply(c1)).mod(Fq.PRIME);
        return Fq.root(norm).flatMap(this::rootWith);
    }

    private Optional<Fq2> rootWith(BigInteger normRoot) {
        BigInteger half = Fq.invert(BigInteger.TWO);
        Optional<BigInteger> real = Fq.root(Fq.multiply(Fq.add(c0, normRoot), half))
                .or(() -> Fq.root(Fq.multiply(Fq.subtract(c0, normRoot), half)));
        return real.map(x -> new Fq2(x, Fq.multiply(c1, Fq.invert(Fq.add(x, x)))));
    }

    /// RFC 9380, section 4.1, `sgn0`.
    boolean isOdd() {
        return c0.testBit(0) || (c0.signum() == 0 && c1.testBit(0));
    }
}
