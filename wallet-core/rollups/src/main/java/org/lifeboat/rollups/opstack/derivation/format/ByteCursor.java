package org.lifeboat.rollups.opstack.derivation.format;

import java.math.BigInteger;
import org.lifeboat.primitives.Bytes;

/// Reads an array from front to back. Not for use by two threads.
final class ByteCursor {
    /// A number of 64 bits has at most ten bytes of seven.
    private static final int VARINT_MOST = 10;

    private final byte[] data;
    private final int end;
    private int position;

    /// Reads `data` in place from `from` (inclusive) to `end` (exclusive).
    ByteCursor(byte[] data, int from, int end) {
        this.data = data;
        this.position = from;
        this.end = end;
    }

    byte[] array() {
        return data;
    }

    int position() {
        return position;
    }

    int end() {
        return end;
    }

    int left() {
        return end - position;
    }

    /// Goes on at `next`, which lies between the position and the end.
    void moveTo(int next) {
        position = next;
    }

    int unsignedByte() throws Malformed {
        need(1);
        return data[position++] & 0xff;
    }

    Bytes bytes(int size) throws Malformed {
        need(size);
        position += size;
        return Bytes.copyOf(data, position - size, position);
    }

    /// A big-endian number of `size` bytes.
    BigInteger number(int size) throws Malformed {
        need(size);
        position += size;
        return new BigInteger(1, data, position - size, size);
    }

    /// A big-endian number of up to seven bytes.
    long unsigned(int size) throws Malformed {
        need(size);
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | (data[position++] & 0xff);
        }
        return value;
    }

    /// An unsigned number of 64 bits, seven to a byte, lowest first (protocol buffers' `uvarint`).
    long varint() throws Malformed {
        long value = 0;
        for (int i = 0; i < VARINT_MOST; i++) {
            int part = unsignedByte();
            if (i == VARINT_MOST - 1 && part > 1) {
                break;
            }
            value |= (long) (part & 0x7f) << (7 * i);
            if (part < 0x80) {
                return value;
            }
        }
        throw new Malformed("a number of more than 64 bits");
    }

    /// Makes sure before anything is allocated for it that so many bytes are there.
    void need(long size) throws Malformed {
        if (size > left()) {
            throw new Malformed("cut off: " + size + " bytes are needed, " + left() + " are left");
        }
    }
}
