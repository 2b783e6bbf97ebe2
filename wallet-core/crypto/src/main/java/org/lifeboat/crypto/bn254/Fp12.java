package org.lifeboat.crypto.bn254;

import java.math.BigInteger;

/// `c0 + c1 * w` with `w^2 = v`: where the values of the pairing live.
record Fp12(Fp6 c0, Fp6 c1) {
    static final Fp12 ONE = new Fp12(Fp6.ONE, Fp6.ZERO);

    /// `(9 + i)^(k * (p - 1) / 6)` for k from 1 to 5: what Frobenius multiplies the coefficient of `w^k` by.
    private static final Fp2[] FROBENIUS = frobenius();

    private static Fp2[] frobenius() {
        Fp2 base = Fp2.XI.power(Fp.PRIME.subtract(BigInteger.ONE).divide(BigInteger.valueOf(6)));
        Fp2[] powers = new Fp2[6];
        powers[0] = Fp2.ONE;
        for (int k = 1; k < 6; k++) {
            powers[k] = powers[k - 1].multiply(base);
        }
        return powers;
    }

    /// The constant for `w^k`.
    static Fp2 frobeniusConstant(int k) {
        return FROBENIUS[k];
    }

    boolean isOne() {
        return c0.same(Fp6.ONE) && c1.same(Fp6.ZERO);
    }

    Fp12 multiply(Fp12 b) {
        Fp6 low = c0.multiply(b.c0);
        Fp6 high = c1.multiply(b.c1);
        Fp6 cross = c0.add(c1).multiply(b.c0.add(b.c1)).subtract(low).subtract(high);
        return new Fp12(low.add(high.timesV()), cross);
    }

    /// Times `b0 + (b3 + b4 * v) * w`: a line of the Miller loop.
    Fp12 multiplyLine(Fp2 b0, Fp2 b3, Fp2 b4) {
        Fp6 low = c0.scale(b0);
        Fp6 high = c1.multiplySparse(b3, b4);
        Fp6 cross = c0.add(c1).multiplySparse(b0.add(b3), b4).subtract(low).subtract(high);
        return new Fp12(low.add(high.timesV()), cross);
    }

    Fp12 square() {
        Fp6 product = c0.multiply(c1);
        Fp6 sum = c0.add(c1).multiply(c0.add(c1.timesV()));
        return new Fp12(sum.subtract(product).subtract(product.timesV()), product.add(product));
    }

    /// To the power of `p^6`; for values of the pairing also the inverse.
    Fp12 conjugate() {
        return new Fp12(c0, c1.negate());
    }

    Fp12 invert() {
        Fp6 norm = c0.multiply(c0).subtract(c1.multiply(c1).timesV()).invert();
        return new Fp12(c0.multiply(norm), c1.multiply(norm).negate());
    }

    /// To the power of p.
    Fp12 frobenius(int times) {
        Fp12 result = this;
        for (int i = 0; i < times; i++) {
            result = result.frobeniusOnce();
        }
        return result;
    }

    private Fp12 frobeniusOnce() {
        return new Fp12(
                new Fp6(
                        c0.c0().conjugate(),
                        c0.c1().conjugate().multiply(FROBENIUS[2]),
                        c0.c2().conjugate().multiply(FROBENIUS[4])),
                new Fp6(
                        c1.c0().conjugate().multiply(FROBENIUS[1]),
                        c1.c1().conjugate().multiply(FROBENIUS[3]),
                        c1.c2().conjugate().multiply(FROBENIUS[5])));
    }

    Fp12 power(long exponent) {
        Fp12 result = ONE;
        for (int i = 63 - Long.numberOfLeadingZeros(exponent); i >= 0; i--) {
            result = result.square();
            if ((exponent >>> i & 1) != 0) {
                result = result.multiply(this);
            }
        }
        return result;
    }
}
