package org.lifeboat.crypto.bn254;

import java.math.BigInteger;
import java.util.Optional;

/// A point of `y^2 = x^3 + 3` in Jacobian coordinates; `z = 0` is the point at infinity. Every point is in
/// the group.
record G1(Fp x, Fp y, Fp z) {
    static final G1 INFINITY = new G1(Fp.ONE, Fp.ONE, Fp.ZERO);

    private static final Fp THREE = Fp.of(BigInteger.valueOf(3));

    /// @return empty if a coordinate is not reduced or the point is not on the curve; (0, 0) is infinity
    /// (EIP-196)
    static Optional<G1> of(BigInteger x, BigInteger y) {
        if (x.compareTo(Fp.PRIME) >= 0 || y.compareTo(Fp.PRIME) >= 0) {
            return Optional.empty();
        }
        if (x.signum() == 0 && y.signum() == 0) {
            return Optional.of(INFINITY);
        }
        Fp fx = Fp.of(x);
        Fp fy = Fp.of(y);
        boolean onCurve = fy.square().same(fx.square().multiply(fx).add(THREE));
        return onCurve ? Optional.of(new G1(fx, fy, Fp.ONE)) : Optional.empty();
    }

    boolean isInfinity() {
        return z.isZero();
    }

    /// With `z = 1`; not for infinity.
    G1 affine() {
        Fp inverse = z.invert();
        Fp square = inverse.square();
        return new G1(x.multiply(square), y.multiply(square).multiply(inverse), Fp.ONE);
    }

    G1 twice() {
        Fp a = x.square();
        Fp b = y.square();
        Fp c = b.square();
        Fp d = x.add(b).square().subtract(a).subtract(c).twice();
        Fp e = a.twice().add(a);
        Fp x3 = e.square().subtract(d.twice());
        Fp y3 = e.multiply(d.subtract(x3)).subtract(c.twice().twice().twice());
        return new G1(x3, y3, y.multiply(z).twice());
    }

    G1 add(G1 b) {
        if (isInfinity()) {
            return b;
        }
        if (b.isInfinity()) {
            return this;
        }
        Fp z1 = z.square();
        Fp z2 = b.z.square();
        Fp u1 = x.multiply(z2);
        Fp u2 = b.x.multiply(z1);
        Fp s1 = y.multiply(z2).multiply(b.z);
        Fp s2 = b.y.multiply(z1).multiply(z);
        Fp h = u2.subtract(u1);
        Fp r = s2.subtract(s1);
        if (h.isZero()) {
            return r.isZero() ? twice() : INFINITY;
        }
        Fp h2 = h.square();
        Fp h3 = h2.multiply(h);
        Fp v = u1.multiply(h2);
        Fp x3 = r.square().subtract(h3).subtract(v.twice());
        Fp y3 = r.multiply(v.subtract(x3)).subtract(s1.multiply(h3));
        return new G1(x3, y3, z.multiply(b.z).multiply(h));
    }

    G1 multiply(BigInteger scalar) {
        G1 result = INFINITY;
        for (int i = scalar.bitLength() - 1; i >= 0; i--) {
            result = result.twice();
            if (scalar.testBit(i)) {
                result = result.add(this);
            }
        }
        return result;
    }
}
