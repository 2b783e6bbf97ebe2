package org.lifeboat.crypto.bn254;

/// `c0 + c1 * v + c2 * v^2` with `v^3 = 9 + i`.
record Fp6(Fp2 c0, Fp2 c1, Fp2 c2) {
    static final Fp6 ZERO = new Fp6(Fp2.ZERO, Fp2.ZERO, Fp2.ZERO);
    static final Fp6 ONE = new Fp6(Fp2.ONE, Fp2.ZERO, Fp2.ZERO);

    boolean same(Fp6 b) {
        return c0.same(b.c0) && c1.same(b.c1) && c2.same(b.c2);
    }

    Fp6 add(Fp6 b) {
        return new Fp6(c0.add(b.c0), c1.add(b.c1), c2.add(b.c2));
    }

    Fp6 subtract(Fp6 b) {
        return new Fp6(c0.subtract(b.c0), c1.subtract(b.c1), c2.subtract(b.c2));
    }

    Fp6 negate() {
        return new Fp6(c0.negate(), c1.negate(), c2.negate());
    }

    Fp6 multiply(Fp6 b) {
        Fp2 t0 = c0.multiply(b.c0);
        Fp2 t1 = c1.multiply(b.c1);
        Fp2 t2 = c2.multiply(b.c2);
        Fp2 s12 = c1.add(c2).multiply(b.c1.add(b.c2)).subtract(t1).subtract(t2);
        Fp2 s01 = c0.add(c1).multiply(b.c0.add(b.c1)).subtract(t0).subtract(t1);
        Fp2 s02 = c0.add(c2).multiply(b.c0.add(b.c2)).subtract(t0).subtract(t2);
        return new Fp6(t0.add(s12.timesXi()), s01.add(t2.timesXi()), s02.add(t1));
    }

    /// Times `b0 + b1 * v`.
    Fp6 multiplySparse(Fp2 b0, Fp2 b1) {
        Fp2 t0 = c0.multiply(b0);
        Fp2 t1 = c1.multiply(b1);
        Fp2 s12 = c1.add(c2).multiply(b1).subtract(t1);
        Fp2 s02 = c0.add(c2).multiply(b0).subtract(t0);
        Fp2 s01 = c0.add(c1).multiply(b0.add(b1)).subtract(t0).subtract(t1);
        return new Fp6(t0.add(s12.timesXi()), s01, s02.add(t1));
    }

    Fp6 scale(Fp2 factor) {
        return new Fp6(c0.multiply(factor), c1.multiply(factor), c2.multiply(factor));
    }

    Fp6 timesV() {
        return new Fp6(c2.timesXi(), c0, c1);
    }

    Fp6 invert() {
        Fp2 t0 = c0.square().subtract(c1.multiply(c2).timesXi());
        Fp2 t1 = c2.square().timesXi().subtract(c0.multiply(c1));
        Fp2 t2 = c1.square().subtract(c0.multiply(c2));
        Fp2 norm = c0.multiply(t0)
                .add(c2.multiply(t1).add(c1.multiply(t2)).timesXi())
                .invert();
        return new Fp6(t0.multiply(norm), t1.multiply(norm), t2.multiply(norm));
    }
}
