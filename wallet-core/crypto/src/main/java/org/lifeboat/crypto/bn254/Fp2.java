package org.lifeboat.crypto.bn254;

import java.math.BigInteger;

/// `c0 + c1 * i` with `i^2 = -1`. Source: EIP-197, "Definition of the groups".
record Fp2(Fp c0, Fp c1) {
    static final Fp2 ZERO = new Fp2(Fp.ZERO, Fp.ZERO);
    static final Fp2 ONE = new Fp2(Fp.ONE, Fp.ZERO);

    /// `9 + i`, over which the higher fields are built.
    static final Fp2 XI = new Fp2(Fp.of(BigInteger.valueOf(9)), Fp.ONE);

    boolean isZero() {
        return c0.isZero() && c1.isZero();
    }

    boolean same(Fp2 b) {
        return c0.same(b.c0) && c1.same(b.c1);
    }

    Fp2 add(Fp2 b) {
        return new Fp2(c0.add(b.c0), c1.add(b.c1));
    }

    Fp2 twice() {
        return add(this);
    }

    Fp2 subtract(Fp2 b) {
        return new Fp2(c0.subtract(b.c0), c1.subtract(b.c1));
    }

    Fp2 negate() {
        return new Fp2(c0.negate(), c1.negate());
    }

    Fp2 conjugate() {
        return new Fp2(c0, c1.negate());
    }

    Fp2 multiply(Fp2 b) {
        Fp low = c0.multiply(b.c0);
        Fp high = c1.multiply(b.c1);
        Fp cross = c0.add(c1).multiply(b.c0.add(b.c1));
        return new Fp2(low.subtract(high), cross.subtract(low).subtract(high));
    }

    Fp2 scale(Fp factor) {
        return new Fp2(c0.multiply(factor), c1.multiply(factor));
    }

    Fp2 square() {
        Fp product = c0.multiply(c1);
        return new Fp2(c0.add(c1).multiply(c0.subtract(c1)), product.twice());
    }

    /// Times `9 + i`.
    Fp2 timesXi() {
        Fp nine0 = c0.twice().twice().twice().add(c0);
        Fp nine1 = c1.twice().twice().twice().add(c1);
        return new Fp2(nine0.subtract(c1), nine1.add(c0));
    }

    Fp2 invert() {
        Fp norm = c0.square().add(c1.square()).invert();
        return new Fp2(c0.multiply(norm), c1.multiply(norm).negate());
    }

    Fp2 power(BigInteger exponent) {
        Fp2 result = ONE;
        for (int i = exponent.bitLength() - 1; i >= 0; i--) {
            result = result.square();
            if (exponent.testBit(i)) {
                result = result.multiply(this);
            }
        }
        return result;
    }
}
