package org.lifeboat.rollups.opstack.derivation.format;

import org.lifeboat.primitives.Bytes;

/// A list of bits, written as one big-endian number: bit 0 is the lowest of the last byte. Source:
/// delta/span-batches, "Span batch format", "standard bitlist".
record BitList(Bytes number, int size) {
    static BitList read(ByteCursor cursor, int size) throws Malformed {
        Bytes number = cursor.bytes((int) (((long) size + 7) / 8));
        int unused = number.size() * 8 - size;
        if (unused > 0 && (number.at(0) & 0xff) >>> (8 - unused) != 0) {
            throw new Malformed("a list of " + size + " bits with more bits set");
        }
        return new BitList(number, size);
    }

    boolean at(int index) {
        return (number.at(number.size() - 1 - index / 8) >>> (index % 8) & 1) != 0;
    }

    /// How many bits are set.
    int count() {
        int count = 0;
        for (byte part : number.sharedArray()) {
            count += Integer.bitCount(part & 0xff);
        }
        return count;
    }
}
