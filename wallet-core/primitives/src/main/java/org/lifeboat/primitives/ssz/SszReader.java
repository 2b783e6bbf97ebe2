package org.lifeboat.primitives.ssz;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// Reads one SSZ container from its first byte to its last.
///
/// The fixed part is read in the order of the fields; a variable field leaves an offset there, which is checked
/// against the end of the fixed part and of the field before (offsets neither overlap nor leave a gap).
public final class SszReader {
    private final byte[] bytes;
    private final int end;
    private int position;

    private SszReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    public static SszReader of(Bytes container) {
        return new SszReader(container.toArray(), 0, container.size());
    }

    /// `uint64`, little-endian.
    /// @throws SszException if cut off, or above 2^63-1: no slot, index or gas amount of a living chain is
    public long uint64() throws SszException {
        int at = advance(8);
        long value = 0;
        for (int i = 7; i >= 0; i--) {
            value = (value << 8) | (bytes[at + i] & 0xff);
        }
        if (value < 0) {
            throw new SszException("a number is larger than any real one");
        }
        return value;
    }

    /// `uint256`, little-endian.
    public BigInteger uint256() throws SszException {
        int at = advance(32);
        byte[] bigEndian = new byte[32];
        for (int i = 0; i < 32; i++) {
            bigEndian[i] = bytes[at + 31 - i];
        }
        return new BigInteger(1, bigEndian);
    }

    public Hash32 bytes32() throws SszException {
        return Hash32.of(take(32).toArray());
    }

    /// A vector of `count` 32-byte values: a Merkle branch.
    public List<Hash32> vector32(int count) throws SszException {
        List<Hash32> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(bytes32());
        }
        return List.copyOf(values);
    }

    /// A fixed number of bytes.
    public Bytes take(int count) throws SszException {
        int at = advance(count);
        byte[] taken = new byte[count];
        System.arraycopy(bytes, at, taken, 0, count);
        return Bytes.of(taken);
    }

    /// The four-byte offset that stands for a variable field, counted from the container's first byte.
    public int offset() throws SszException {
        int at = advance(4);
        long value = 0;
        for (int i = 3; i >= 0; i--) {
            value = (value << 8) | (bytes[at + i] & 0xff);
        }
        if (value > end) {
            throw new SszException("an offset points behind the end");
        }
        return (int) value;
    }

    /// The variable part: one reader a field, given their offsets in order. Called once, after the fixed part.
    public List<SszReader> variable(int... offsets) throws SszException {
        int expected = position;
        List<SszReader> fields = new ArrayList<>(offsets.length);
        for (int i = 0; i < offsets.length; i++) {
            int stop = i + 1 < offsets.length ? offsets[i + 1] : end;
            if (offsets[i] != expected || stop < offsets[i]) {
                throw new SszException("offsets overlap or leave a gap");
            }
            fields.add(new SszReader(copy(offsets[i], stop), 0, stop - offsets[i]));
            expected = stop;
        }
        position = end;
        return fields;
    }

    /// All that is left, at most `limit` bytes: a byte list that is the container's last field.
    public Bytes rest(int limit) throws SszException {
        if (end - position > limit) {
            throw new SszException("a list is longer than its limit of " + limit);
        }
        return take(end - position);
    }

    /// To be called last: refuses bytes that nothing asked for.
    public void done() throws SszException {
        if (position != end) {
            throw new SszException((end - position) + " bytes too many");
        }
    }

    private byte[] copy(int from, int to) {
        byte[] part = new byte[to - from];
        System.arraycopy(bytes, from, part, 0, part.length);
        return part;
    }

    private int advance(int count) throws SszException {
        if (count > end - position) {
            throw new SszException("cut off");
        }
        int at = position;
        position += count;
        return at;
    }
}
