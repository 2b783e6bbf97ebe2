package org.lifeboat.crypto.bls;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import supranational.blst.P1;
import supranational.blst.P2;

/// Field elements and points in EIP-2537's bytes: 64 for a field element, the first sixteen zero; infinity is all
/// zeros.
final class PointEncoding {
    static final int FIELD = 64;
    private static final int ZEROS = 16;
    private static final int NUMBER = 48;
    private static final BigInteger FOUR = BigInteger.valueOf(4);
    private static final Fq2 FOUR_PLUS_FOUR_I = Fq2.of(4, 4);

    private PointEncoding() {}

    /// @return empty unless the padding is zero and the number below p
    static Optional<BigInteger> field(byte[] input, int offset) {
        for (int i = 0; i < ZEROS; i++) {
            if (input[offset + i] != 0) {
                return Optional.empty();
            }
        }
        BigInteger number = new BigInteger(1, Arrays.copyOfRange(input, offset + ZEROS, offset + FIELD));
        return number.compareTo(Fq.PRIME) < 0 ? Optional.of(number) : Optional.empty();
    }

    static Optional<Fq2> field2(byte[] input, int offset) {
        return field(input, offset).flatMap(c0 -> field(input, offset + FIELD).map(c1 -> new Fq2(c0, c1)));
    }

    /// @return empty if it is no point of the curve; in the group or not is not looked at
    static Optional<P1> g1(byte[] input, int offset) {
        Optional<BigInteger> x = field(input, offset);
        Optional<BigInteger> y = field(input, offset + FIELD);
        if (x.isEmpty() || y.isEmpty()) {
            return Optional.empty();
        }
        if (x.get().signum() == 0 && y.get().signum() == 0) {
            return Optional.of(new P1());
        }
        BigInteger right = x.get().pow(3).add(FOUR).mod(Fq.PRIME);
        return Fq.multiply(y.get(), y.get()).equals(right) ? Optional.of(g1(x.get(), y.get())) : Optional.empty();
    }

    /// @param x with `y` on the curve
    static P1 g1(BigInteger x, BigInteger y) {
        if (x.signum() == 0) {
            return y.equals(BigInteger.TWO) ? orderThree() : orderThree().neg();
        }
        byte[] bytes = new byte[2 * NUMBER];
        put(x, bytes, 0);
        put(y, bytes, NUMBER);
        return new P1(bytes);
    }

    /// The point (0, 2), which the library refuses to read, as it is in no group of ours: a sum of two that
    /// it reads. The line through (0, 2) and the generator G meets the curve in a third point H, so `(0, 2) =
    /// -(G + H)`. On the curve of G2 no point has x = 0.
    private static P1 orderThree() {
        P1 generator = P1.generator();
        byte[] bytes = generator.serialize();
        BigInteger gx = new BigInteger(1, Arrays.copyOf(bytes, NUMBER));
        BigInteger gy = new BigInteger(1, Arrays.copyOfRange(bytes, NUMBER, 2 * NUMBER));
        BigInteger slope = Fq.multiply(Fq.subtract(gy, BigInteger.TWO), Fq.invert(gx));
        BigInteger hx = Fq.subtract(Fq.multiply(slope, slope), gx);
        BigInteger hy = Fq.add(Fq.multiply(slope, hx), BigInteger.TWO);
        return generator.add(g1(hx, hy)).neg();
    }

    static Optional<P2> g2(byte[] input, int offset) {
        Optional<Fq2> x = field2(input, offset);
        Optional<Fq2> y = field2(input, offset + 2 * FIELD);
        if (x.isEmpty() || y.isEmpty()) {
            return Optional.empty();
        }
        if (x.get().isZero() && y.get().isZero()) {
            return Optional.of(new P2());
        }
        Fq2 right = x.get().square().multiply(x.get()).add(FOUR_PLUS_FOUR_I);
        return y.get().square().equals(right) ? Optional.of(g2(x.get(), y.get())) : Optional.empty();
    }

    /// @param x with `y` on the curve
    static P2 g2(Fq2 x, Fq2 y) {
        byte[] bytes = new byte[4 * NUMBER];
        put(x.c1(), bytes, 0);
        put(x.c0(), bytes, NUMBER);
        put(y.c1(), bytes, 2 * NUMBER);
        put(y.c0(), bytes, 3 * NUMBER);
        return new P2(bytes);
    }

    static byte[] encode(P1 point) {
        byte[] output = new byte[2 * FIELD];
        if (!point.is_inf()) {
            byte[] bytes = point.serialize();
            System.arraycopy(bytes, 0, output, ZEROS, NUMBER);
            System.arraycopy(bytes, NUMBER, output, FIELD + ZEROS, NUMBER);
        }
        return output;
    }

    /// The library writes the imaginary part first, EIP-2537 the real one.
    static byte[] encode(P2 point) {
        byte[] output = new byte[4 * FIELD];
        if (!point.is_inf()) {
            byte[] bytes = point.serialize();
            for (int i = 0; i < 4; i++) {
                System.arraycopy(bytes, (i ^ 1) * NUMBER, output, i * FIELD + ZEROS, NUMBER);
            }
        }
        return output;
    }

    private static void put(BigInteger number, byte[] bytes, int offset) {
        byte[] magnitude = number.toByteArray();
        int length = Math.min(magnitude.length, NUMBER);
        System.arraycopy(magnitude, magnitude.length - length, bytes, offset + NUMBER - length, length);
    }
}
