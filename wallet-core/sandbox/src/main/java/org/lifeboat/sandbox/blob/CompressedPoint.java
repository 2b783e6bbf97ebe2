package org.lifeboat.sandbox.blob;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.crypto.bls.Bls12381;
import org.lifeboat.primitives.Bytes;

/// Points of G1 in the 48 bytes that blobs' proofs have (ZCash's form), and in the 128 of EIP-2537. Says
/// nothing about whether a point is in the group.
final class CompressedPoint {
    static final int SIZE = 48;

    /// Source: EIP-2537, "Curve parameters": the base field's modulus; the curve is y^2 = x^3 + 4.
    private static final BigInteger FIELD = new BigInteger(
            "1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab", 16);

    private static final BigInteger FOUR = BigInteger.valueOf(4);

    // Source: draft-irtf-cfrg-pairing-friendly-curves, appendix C: what the first three bits say.
    private static final int COMPRESSED = 0x80;
    private static final int INFINITE = 0x40;
    private static final int LARGER = 0x20;

    private static final int PADDED = Bls12381.G1_SIZE / 2;

    private CompressedPoint() {}

    /// @return x and y, 64 bytes each; empty if the bytes are no point of the curve
    static Optional<Bytes> read(Bytes compressed) {
        if (compressed.size() != SIZE || (compressed.at(0) & COMPRESSED) == 0) {
            return Optional.empty();
        }
        boolean infinite = (compressed.at(0) & INFINITE) != 0;
        boolean larger = (compressed.at(0) & LARGER) != 0;
        byte[] bytes = compressed.toArray();
        bytes[0] &= (byte) ~(COMPRESSED | INFINITE | LARGER);
        BigInteger x = new BigInteger(1, bytes);
        if (infinite) {
            boolean bare = x.signum() == 0 && !larger;
            return bare ? Optional.of(Bytes.of(new byte[Bls12381.G1_SIZE])) : Optional.empty();
        }
        BigInteger square = x.pow(3).add(FOUR).mod(FIELD);
        // The modulus is 3 modulo 4.
        BigInteger root = square.modPow(FIELD.add(BigInteger.ONE).shiftRight(2), FIELD);
        if (x.compareTo(FIELD) >= 0 || !root.multiply(root).mod(FIELD).equals(square)) {
            return Optional.empty();
        }
        BigInteger y = isLarger(root) == larger ? root : FIELD.subtract(root);
        return Optional.of(padded(x).plus(padded(y)));
    }

    /// @param point x and y, 64 bytes each
    static Bytes write(Bytes point) {
        byte[] bytes = point.slice(PADDED - SIZE, PADDED).toArray();
        BigInteger y = new BigInteger(1, point.slice(PADDED, 2 * PADDED).toArray());
        bytes[0] |= (byte) COMPRESSED;
        boolean infinite = new BigInteger(1, point.toArray()).signum() == 0;
        if (infinite) {
            bytes[0] |= (byte) INFINITE;
        } else if (isLarger(y)) {
            bytes[0] |= (byte) LARGER;
        }
        return Bytes.of(bytes);
    }

    private static boolean isLarger(BigInteger y) {
        return y.shiftLeft(1).compareTo(FIELD) > 0;
    }

    private static Bytes padded(BigInteger number) {
        byte[] bytes = new byte[PADDED];
        byte[] minimal = number.toByteArray();
        int skip = minimal.length > PADDED ? minimal.length - PADDED : 0;
        System.arraycopy(minimal, skip, bytes, PADDED - (minimal.length - skip), minimal.length - skip);
        return Bytes.of(bytes);
    }
}
