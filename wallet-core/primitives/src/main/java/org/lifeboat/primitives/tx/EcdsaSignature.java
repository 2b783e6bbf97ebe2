package org.lifeboat.primitives.tx;

import java.math.BigInteger;

/// A recoverable signature on secp256k1. Any 256-bit numbers are held: whether they are in range is a
/// question for whoever verifies.
/// @param yParity 0 or 1: which of the two points with x-coordinate `r` was used
public record EcdsaSignature(int yParity, BigInteger r, BigInteger s) {
    /// The order of the curve. Source: SEC 2 version 2, section 2.4.1, `n`.
    public static final BigInteger CURVE_ORDER =
            new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

    private static final BigInteger HALF_ORDER = CURVE_ORDER.shiftRight(1);

    public EcdsaSignature {
        if (yParity != 0 && yParity != 1) {
            throw new IllegalArgumentException("yParity is 0 or 1");
        }
        if (r.signum() < 0 || r.bitLength() > 256 || s.signum() < 0 || s.bitLength() > 256) {
            throw new IllegalArgumentException("r and s are unsigned 256-bit numbers");
        }
    }

    /// Whether `r` and `s` are from 1 to the order less one.
    public boolean isInRange() {
        return r.signum() > 0 && s.signum() > 0 && r.compareTo(CURVE_ORDER) < 0 && s.compareTo(CURVE_ORDER) < 0;
    }

    /// Whether `s` is in the lower half, as chains have demanded of transactions since Homestead (EIP-2).
    public boolean isLowS() {
        return s.compareTo(HALF_ORDER) <= 0;
    }
}
