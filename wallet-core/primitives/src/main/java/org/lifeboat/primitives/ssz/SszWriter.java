package org.lifeboat.primitives.ssz;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// Writes one container: its fixed part in the order of the calls, then what stands behind offsets. Used
/// once.
public final class SszWriter {
    private static final int OFFSET_SIZE = 4;

    private final List<Part> parts = new ArrayList<>();

    /// @param behind whether the bytes stand in the variable part, with an offset in their place
    private record Part(Bytes bytes, boolean behind) {}

    /// `uint64`, little-endian.
    public SszWriter uint64(long value) {
        return put(littleEndian(value, 8));
    }

    /// `uint256`, little-endian.
    public SszWriter uint256(BigInteger value) {
        return bytes32(SszTree.uint256(value));
    }

    public SszWriter bytes32(Hash32 value) {
        return put(Bytes.of(value.toArray()));
    }

    /// A vector of 32-byte values: a Merkle branch.
    public SszWriter vector32(List<Hash32> values) {
        values.forEach(this::bytes32);
        return this;
    }

    /// A fixed number of bytes.
    public SszWriter put(Bytes bytes) {
        parts.add(new Part(bytes, false));
        return this;
    }

    /// A field of variable size.
    public SszWriter variable(Bytes bytes) {
        parts.add(new Part(bytes, true));
        return this;
    }

    public Bytes toBytes() {
        int fixed = 0;
        int all = 0;
        for (Part part : parts) {
            fixed += part.behind() ? OFFSET_SIZE : part.bytes().size();
            all += part.bytes().size() + (part.behind() ? OFFSET_SIZE : 0);
        }
        byte[] written = new byte[all];
        int at = 0;
        int behind = fixed;
        for (Part part : parts) {
            Bytes inPlace = part.behind() ? littleEndian(behind, OFFSET_SIZE) : part.bytes();
            copy(inPlace, written, at);
            at += inPlace.size();
            if (part.behind()) {
                copy(part.bytes(), written, behind);
                behind += part.bytes().size();
            }
        }
        return Bytes.of(written);
    }

    private static void copy(Bytes bytes, byte[] to, int at) {
        System.arraycopy(bytes.sharedArray(), 0, to, at, bytes.size());
    }

    private static Bytes littleEndian(long value, int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (value >>> (8 * i));
        }
        return Bytes.of(bytes);
    }
}
