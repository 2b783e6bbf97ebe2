package org.lifeboat.crypto.bn254;

import java.math.BigInteger;
import java.util.Optional;

/// A point of the twist `y^2 = x^3 + 3 / (9 + i)` in Jacobian coordinates; `z = 0` is the point at infinity.
record G2(Fp2 x, Fp2 y, Fp2 z) {
    /// The order of the group. Source: EIP-197, `q`.
    static final BigInteger ORDER =
            new BigInteger("21888242871839275222246405745257275088548364400416034343698204186575808495617");

    /// `3 / (9 + i)`.
    static final Fp2 B = Fp2.XI.invert().scale(Fp.of(BigInteger.valueOf(3)));

    private static final G2 INFINITY = new G2(Fp2.ONE, Fp2.ONE, Fp2.ZERO);

    /// @return empty if the point is not on the curve or not in the group (EIP-197); (0, 0) is infinity
    static Optional<G2> of(Fp2 x, Fp2 y) {
        if (x.isZero() && y.isZero()) {
            return Optional.of(INFINITY);
        }
        boolean onCurve = y.square().same(x.square().multiply(x).add(B));
        G2 point = new G2(x, y, Fp2.ONE);
        return onCurve && point.multiply(ORDER).isInfinity() ? Optional.of(point) : Optional.empty();
    }

    boolean isInfinity() {
        return z.isZero();
    }

    private G2 twice() {
        Fp2 a = x.square();
        Fp2 b = y.square();
        Fp2 c = b.square();
        Fp2 d = x.add(b).square().subtract(a).subtract(c).twice();
        Fp2 e = a.twice().add(a);
        Fp2 x3 = e.square().subtract(d.twice());
        Fp2 y3 = e.multiply(d.subtract(x3)).subtract(c.twice().twice().twice());
        return new G2(x3, y3, y.multiply(z).twice());
    }

    private G2 add(G2 b) {
        if (isInfinity()) {
            return b;
        }
        Fp2 z1 = z.square();
        Fp2 h = b.x.multiply(z1).subtract(x);
        Fp2 r = b.y.multiply(z1).multiply(z).subtract(y);
        if (h.isZero()) {
            return r.isZero() ? twice() : INFINITY;
        }
        Fp2 h2 = h.square();
        Fp2 h3 = h2.multiply(h);
        Fp2 v = x.multiply(h2);
        Fp2 x3 = r.square().subtract(h3).subtract(v.twice());
        Fp2 y3 = r.multiply(v.subtract(x3)).subtract(y.multiply(h3));
        return new G2(x3, y3, z.multiply(h));
    }

    /// This point has `z = 1`, so that the additions are mixed ones.
    private G2 multiply(BigInteger scalar) {
        G2 result = INFINITY;
        for (int i = scalar.bitLength() - 1; i >= 0; i--) {
            result = result.twice();
            if (scalar.testBit(i)) {
                result = result.add(this);
            }
        }
        return result;
    }
}
