package org.lifeboat.crypto.bn254;

import java.math.BigInteger;

/// The optimal ate pairing. Source: Vercauteren, "Optimal Pairings"; formulas for the Miller loop in homogeneous
/// coordinates: Aranha et al., "The Realm of the Pairings", section 4, for a twist of type D.
final class Pairing {
    /// The parameter of the curve. Source: EIP-197 (Barreto-Naehrig, `u`).
    private static final long U = 4965661367192848881L;

    /// `6u + 2`.
    private static final BigInteger LOOP =
            BigInteger.valueOf(U).multiply(BigInteger.valueOf(6)).add(BigInteger.TWO);

    private static final Fp HALF = Fp.of(BigInteger.TWO).invert();

    /// The point that runs through the loop, and the line of the last step: `a * y_P + b * x_P * w + c * v * w`.
    private static final class Step {
        Fp2 x;
        Fp2 y;
        Fp2 z = Fp2.ONE;
        Fp2 a = Fp2.ZERO;
        Fp2 b = Fp2.ZERO;
        Fp2 c = Fp2.ZERO;

        Step(Fp2 x, Fp2 y) {
            this.x = x;
            this.y = y;
        }

        void twice() {
            Fp2 xy = x.multiply(y).scale(HALF);
            Fp2 yy = y.square();
            Fp2 zz = z.square();
            Fp2 e = G2.B.multiply(zz.twice().add(zz));
            Fp2 f = e.twice().add(e);
            Fp2 g = yy.add(f).scale(HALF);
            Fp2 h = y.add(z).square().subtract(yy.add(zz));
            Fp2 xx = x.square();
            Fp2 ee = e.square();
            x = xy.multiply(yy.subtract(f));
            y = g.square().subtract(ee.twice().add(ee));
            z = yy.multiply(h);
            a = h.negate();
            b = xx.twice().add(xx);
            c = e.subtract(yy);
        }

        void add(Fp2 qx, Fp2 qy) {
            Fp2 theta = y.subtract(qy.multiply(z));
            Fp2 lambda = x.subtract(qx.multiply(z));
            Fp2 d = lambda.square();
            Fp2 e = lambda.multiply(d);
            Fp2 f = z.multiply(theta.square());
            Fp2 g = x.multiply(d);
            Fp2 h = e.add(f).subtract(g.twice());
            x = lambda.multiply(h);
            y = theta.multiply(g.subtract(h)).subtract(e.multiply(y));
            z = z.multiply(e);
            a = lambda;
            b = theta.negate();
            c = theta.multiply(qx).subtract(lambda.multiply(qy));
        }

        Fp12 line(Fp12 value, G1 p) {
            return value.multiplyLine(a.scale(p.y()), b.scale(p.x()), c);
        }
    }

    private Pairing() {}

    /// @param p affine
    /// @param q affine; neither is infinity
    static Fp12 miller(G1 p, G2 q) {
        Fp12 value = Fp12.ONE;
        Step step = new Step(q.x(), q.y());
        for (int i = LOOP.bitLength() - 2; i >= 0; i--) {
            value = value.square();
            step.twice();
            value = step.line(value, p);
            if (LOOP.testBit(i)) {
                step.add(q.x(), q.y());
                value = step.line(value, p);
            }
        }
        // The last two additions: the Frobenius of Q, and minus its square.
        Fp2 x1 = q.x().conjugate().multiply(Fp12.frobeniusConstant(2));
        Fp2 y1 = q.y().conjugate().multiply(Fp12.frobeniusConstant(3));
        step.add(x1, y1);
        value = step.line(value, p);
        Fp2 x2 = x1.conjugate().multiply(Fp12.frobeniusConstant(2));
        Fp2 y2 = y1.conjugate().multiply(Fp12.frobeniusConstant(3));
        step.add(x2, y2.negate());
        return step.line(value, p);
    }

    /// To the power of `(p^12 - 1) / r`. The hard part: Devegili, Scott, Dahab, "Implementing Cryptographic
    /// Pairings over Barreto-Naehrig Curves", algorithm 3.
    static Fp12 finalPower(Fp12 value) {
        Fp12 easy = value.conjugate().multiply(value.invert());
        Fp12 f = easy.frobenius(2).multiply(easy);
        Fp12 fu = f.power(U);
        Fp12 fu2 = fu.power(U);
        Fp12 fu3 = fu2.power(U);
        Fp12 y0 = f.frobenius(1).multiply(f.frobenius(2)).multiply(f.frobenius(3));
        Fp12 y1 = f.conjugate();
        Fp12 y2 = fu2.frobenius(2);
        Fp12 y3 = fu.frobenius(1).conjugate();
        Fp12 y4 = fu.multiply(fu2.frobenius(1)).conjugate();
        Fp12 y5 = fu2.conjugate();
        Fp12 y6 = fu3.multiply(fu3.frobenius(1)).conjugate();
        Fp12 t0 = y6.square().multiply(y4).multiply(y5);
        Fp12 t1 = y3.multiply(y5).multiply(t0);
        t0 = t0.multiply(y2);
        t1 = t1.square().multiply(t0).square();
        t0 = t1.multiply(y1).square();
        return t0.multiply(t1.multiply(y0));
    }
}
