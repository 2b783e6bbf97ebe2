package org.lifeboat.crypto.bn254;

import java.math.BigInteger;

/// A number modulo the prime of the field, in Montgomery form: four limbs, lowest first, always reduced.
final class Fp {
    /// Source: EIP-196, `p`.
    static final BigInteger PRIME =
            new BigInteger("21888242871839275222246405745257275088696311157297823662689037894645226208583");

    private static final long P0 = limb(PRIME, 0);
    private static final long P1 = limb(PRIME, 1);
    private static final long P2 = limb(PRIME, 2);
    private static final long P3 = limb(PRIME, 3);

    /// `-p^-1 mod 2^64`.
    private static final long INVERSE = limb(PRIME.negate().modInverse(BigInteger.ONE.shiftLeft(64)), 0);

    static final Fp ZERO = new Fp(0, 0, 0, 0);
    static final Fp ONE = of(BigInteger.ONE);

    private final long a0;
    private final long a1;
    private final long a2;
    private final long a3;

    private Fp(long a0, long a1, long a2, long a3) {
        this.a0 = a0;
        this.a1 = a1;
        this.a2 = a2;
        this.a3 = a3;
    }

    static Fp of(BigInteger number) {
        BigInteger m = number.shiftLeft(256).mod(PRIME);
        return new Fp(limb(m, 0), limb(m, 1), limb(m, 2), limb(m, 3));
    }

    private static long limb(BigInteger number, int index) {
        return number.shiftRight(64 * index).longValue();
    }

    BigInteger toNumber() {
        Fp plain = multiply(new Fp(1, 0, 0, 0));
        BigInteger number = BigInteger.ZERO;
        for (long limb : new long[] {plain.a3, plain.a2, plain.a1, plain.a0}) {
            number = number.shiftLeft(64).add(new BigInteger(Long.toUnsignedString(limb)));
        }
        return number;
    }

    boolean isZero() {
        return (a0 | a1 | a2 | a3) == 0;
    }

    boolean same(Fp b) {
        return ((a0 ^ b.a0) | (a1 ^ b.a1) | (a2 ^ b.a2) | (a3 ^ b.a3)) == 0;
    }

    Fp add(Fp b) {
        // Both are below p < 2^254: the sum fits 256 bits.
        long r0 = a0 + b.a0;
        long c = carry(r0, a0);
        long r1 = a1 + b.a1 + c;
        c = carryOf(a1, b.a1, r1);
        long r2 = a2 + b.a2 + c;
        c = carryOf(a2, b.a2, r2);
        return reduced(r0, r1, r2, a3 + b.a3 + c);
    }

    Fp twice() {
        return add(this);
    }

    Fp subtract(Fp b) {
        long r0 = a0 - b.a0;
        long w = borrowOf(a0, b.a0, r0);
        long r1 = a1 - b.a1 - w;
        w = borrowOf(a1, b.a1, r1);
        long r2 = a2 - b.a2 - w;
        w = borrowOf(a2, b.a2, r2);
        long r3 = a3 - b.a3 - w;
        w = borrowOf(a3, b.a3, r3);
        if (w == 0) {
            return new Fp(r0, r1, r2, r3);
        }
        long s0 = r0 + P0;
        long c = carry(s0, r0);
        long s1 = r1 + P1 + c;
        c = carryOf(r1, P1, s1);
        long s2 = r2 + P2 + c;
        c = carryOf(r2, P2, s2);
        return new Fp(s0, s1, s2, r3 + P3 + c);
    }

    Fp negate() {
        return ZERO.subtract(this);
    }

    Fp square() {
        return multiply(this);
    }

    /// Montgomery's product, operand scanning (Koç, Acar, Kaliski, "CIOS"); the top limb never overflows, as p
    /// < 2^254.
    Fp multiply(Fp b) {
        long t0 = 0;
        long t1 = 0;
        long t2 = 0;
        long t3 = 0;
        for (int i = 0; i < 4; i++) {
            long x = i == 0 ? a0 : i == 1 ? a1 : i == 2 ? a2 : a3;
            // t += x * b
            long low = x * b.a0;
            long c = Math.unsignedMultiplyHigh(x, b.a0);
            t0 += low;
            c += carry(t0, low);
            low = x * b.a1;
            long high = Math.unsignedMultiplyHigh(x, b.a1);
            low += c;
            high += carry(low, c);
            t1 += low;
            c = high + carry(t1, low);
            low = x * b.a2;
            high = Math.unsignedMultiplyHigh(x, b.a2);
            low += c;
            high += carry(low, c);
            t2 += low;
            c = high + carry(t2, low);
            low = x * b.a3;
            high = Math.unsignedMultiplyHigh(x, b.a3);
            low += c;
            high += carry(low, c);
            t3 += low;
            long t4 = high + carry(t3, low);
            // t = (t + m * p) / 2^64
            long m = t0 * INVERSE;
            low = m * P0;
            c = Math.unsignedMultiplyHigh(m, P0) + carry(t0 + low, low);
            low = m * P1;
            high = Math.unsignedMultiplyHigh(m, P1);
            low += c;
            high += carry(low, c);
            t0 = t1 + low;
            c = high + carry(t0, low);
            low = m * P2;
            high = Math.unsignedMultiplyHigh(m, P2);
            low += c;
            high += carry(low, c);
            t1 = t2 + low;
            c = high + carry(t1, low);
            low = m * P3;
            high = Math.unsignedMultiplyHigh(m, P3);
            low += c;
            high += carry(low, c);
            t2 = t3 + low;
            c = high + carry(t2, low);
            t3 = t4 + c;
        }
        return reduced(t0, t1, t2, t3);
    }

    /// Zero stays zero.
    Fp invert() {
        return isZero() ? ZERO : of(toNumber().modInverse(PRIME));
    }

    /// The number less p, if it is not below p.
    private static Fp reduced(long t0, long t1, long t2, long t3) {
        long r0 = t0 - P0;
        long w = borrowOf(t0, P0, r0);
        long r1 = t1 - P1 - w;
        w = borrowOf(t1, P1, r1);
        long r2 = t2 - P2 - w;
        w = borrowOf(t2, P2, r2);
        long r3 = t3 - P3 - w;
        w = borrowOf(t3, P3, r3);
        return w != 0 ? new Fp(t0, t1, t2, t3) : new Fp(r0, r1, r2, r3);
    }

    private static long carry(long sum, long addend) {
        return Long.compareUnsigned(sum, addend) < 0 ? 1 : 0;
    }

    private static long carryOf(long x, long y, long sum) {
        return ((x & y) | ((x | y) & ~sum)) >>> 63;
    }

    private static long borrowOf(long x, long y, long difference) {
        return ((~x & y) | ((~x | y) & difference)) >>> 63;
    }
}
