package org.lifeboat.primitives;

import java.util.Arrays;

/// An immutable string of bytes: call data, code, a trie node. Not for secrets, which are never put into
/// values.
public final class Bytes {
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] bytes;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Copies `bytes`.
    public static Bytes of(byte... bytes) {
        return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone());
    }

    /// Copies `bytes` from `from` (inclusive) to `to` (exclusive).
    public static Bytes copyOf(byte[] bytes, int from, int to) {
        return from == to ? EMPTY : new Bytes(Arrays.copyOfRange(bytes, from, to));
    }

    /// @throws IllegalArgumentException if `text` is not strict hex (see [Hex#decode])
    public static Bytes fromHex(String text) {
        return new Bytes(Hex.decode(text));
    }

    public int size() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    public byte at(int index) {
        return bytes[index];
    }

    /// The bytes from `from` (inclusive) to `to` (exclusive).
    public Bytes slice(int from, int to) {
        if (from < 0 || to > bytes.length || from > to) {
            throw new IndexOutOfBoundsException(from + ".." + to + " of " + bytes.length);
        }
        return new Bytes(Arrays.copyOfRange(bytes, from, to));
    }

    public Bytes plus(Bytes other) {
        byte[] joined = Arrays.copyOf(bytes, bytes.length + other.bytes.length);
        System.arraycopy(other.bytes, 0, joined, bytes.length, other.bytes.length);
        return new Bytes(joined);
    }

    /// The array inside, **not a copy**: for readers on the proof path, where a copy a node would cost as much
    /// as the parsing. Whoever calls this must never write to it, keep it, or hand it to code that might.
    public byte[] sharedArray() {
        return bytes;
    }

    /// A fresh copy that the caller may change.
    public byte[] toArray() {
        return bytes.clone();
    }

    public String toHex() {
        return Hex.encode(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// Hexadecimal, cut after 32 bytes so that a log line stays a line.
    @Override
    public String toString() {
        return bytes.length <= 32 ? toHex() : Hex.encode(Arrays.copyOf(bytes, 32)) + "... (" + bytes.length + " bytes)";
    }
}
