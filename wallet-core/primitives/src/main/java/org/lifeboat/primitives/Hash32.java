package org.lifeboat.primitives;

import java.math.BigInteger;
import java.util.Arrays;

/// Thirty-two bytes: a hash, a root, a storage slot or a storage word.
public final class Hash32 implements Comparable<Hash32> {
    public static final int SIZE = 32;
    public static final Hash32 ZERO = new Hash32(new byte[SIZE]);

    private final byte[] bytes;

    private Hash32(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Copies `bytes`.
    /// @throws IllegalArgumentException if there are not exactly 32
    public static Hash32 of(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash32(bytes.clone());
    }

    /// @throws IllegalArgumentException unless `text` is `0x` and 64 digits
    public static Hash32 fromHex(String text) {
        byte[] decoded = Hex.decode(text);
        if (decoded.length != SIZE) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + decoded.length);
        }
        return new Hash32(decoded);
    }

    /// `number` as a big-endian word.
    /// @throws IllegalArgumentException if negative or above 2^256-1
    public static Hash32 ofNumber(BigInteger number) {
        if (number.signum() < 0 || number.bitLength() > 256) {
            throw new IllegalArgumentException("not a 256-bit word");
        }
        byte[] magnitude = number.toByteArray();
        byte[] word = new byte[SIZE];
        int length = Math.min(magnitude.length, SIZE);
        System.arraycopy(magnitude, magnitude.length - length, word, SIZE - length, length);
        return new Hash32(word);
    }

    public static Hash32 ofNumber(long number) {
        return ofNumber(BigInteger.valueOf(number));
    }

    /// The word as an unsigned number.
    public BigInteger toNumber() {
        return new BigInteger(1, bytes);
    }

    /// The last twenty bytes: how the EVM keeps an address in a word.
    public Address toAddress() {
        return Address.of(Arrays.copyOfRange(bytes, 12, SIZE));
    }

    /// A fresh copy that the caller may change.
    public byte[] toArray() {
        return bytes.clone();
    }

    /// Writes the 32 bytes into `target` from `offset` on.
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, SIZE);
    }

    /// Whether `other` holds exactly these 32 bytes; for hot paths that keep raw arrays.
    public boolean matches(byte[] other) {
        return Arrays.equals(bytes, other);
    }

    public String toHex() {
        return Hex.encode(bytes);
    }

    @Override
    public int compareTo(Hash32 other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash32 that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return toHex();
    }
}
