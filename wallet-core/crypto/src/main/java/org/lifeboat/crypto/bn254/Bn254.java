package org.lifeboat.crypto.bn254;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/// The three operations of EIP-196 and EIP-197 on their byte encodings. Inputs are of the exact size; who
/// calls pads or refuses them.
public final class Bn254 {
    /// Two coordinates of 32 bytes.
    public static final int G1_SIZE = 64;

    /// A point of G1 and one of G2 (x and y, of each the imaginary part first).
    public static final int PAIR_SIZE = 192;

    private static final int NUMBER = 32;

    private Bn254() {}

    /// @param input two points
    /// @return their sum; empty if either is none
    public static Optional<byte[]> add(byte[] input) {
        Optional<G1> a = g1(input, 0);
        Optional<G1> b = g1(input, G1_SIZE);
        return a.flatMap(first -> b.map(second -> encode(first.add(second))));
    }

    /// @param input a point and a scalar of any size
    /// @return their product; empty if the point is none
    public static Optional<byte[]> multiply(byte[] input) {
        return g1(input, 0).map(point -> encode(point.multiply(number(input, G1_SIZE))));
    }

    /// @param input any number of pairs
    /// @return whether the product of their pairings is one; empty if a point is none
    public static Optional<Boolean> pairing(byte[] input) {
        Fp12 product = Fp12.ONE;
        for (int at = 0; at < input.length; at += PAIR_SIZE) {
            Optional<G1> p = g1(input, at);
            Optional<G2> q = g2(input, at + G1_SIZE);
            if (p.isEmpty() || q.isEmpty()) {
                return Optional.empty();
            }
            if (!p.get().isInfinity() && !q.get().isInfinity()) {
                product = product.multiply(Pairing.miller(p.get(), q.get()));
            }
        }
        return Optional.of(Pairing.finalPower(product).isOne());
    }

    private static Optional<G1> g1(byte[] input, int offset) {
        return G1.of(number(input, offset), number(input, offset + NUMBER));
    }

    private static Optional<G2> g2(byte[] input, int offset) {
        BigInteger[] numbers = new BigInteger[4];
        for (int i = 0; i < 4; i++) {
            numbers[i] = number(input, offset + NUMBER * i);
            if (numbers[i].compareTo(Fp.PRIME) >= 0) {
                return Optional.empty();
            }
        }
        Fp2 x = new Fp2(Fp.of(numbers[1]), Fp.of(numbers[0]));
        Fp2 y = new Fp2(Fp.of(numbers[3]), Fp.of(numbers[2]));
        return G2.of(x, y);
    }

    private static BigInteger number(byte[] input, int offset) {
        return new BigInteger(1, Arrays.copyOfRange(input, offset, offset + NUMBER));
    }

    private static byte[] encode(G1 point) {
        byte[] output = new byte[G1_SIZE];
        if (!point.isInfinity()) {
            G1 affine = point.affine();
            put(affine.x().toNumber(), output, 0);
            put(affine.y().toNumber(), output, NUMBER);
        }
        return output;
    }

    private static void put(BigInteger number, byte[] output, int offset) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, NUMBER);
        System.arraycopy(bytes, bytes.length - length, output, offset + NUMBER - length, length);
    }
}
