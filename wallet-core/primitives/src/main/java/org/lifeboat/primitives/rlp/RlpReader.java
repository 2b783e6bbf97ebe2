package org.lifeboat.primitives.rlp;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// A strict cursor over RLP items, without copies: it keeps the array it was given and two positions.
///
/// Strict means: shortest length form, no leading zeros in lengths and integers, a single byte below 0x80
/// stands for itself, items end where their list ends, and [#end] refuses anything left over (Yellow Paper,
/// appendix B). Not for use by two threads.
public final class RlpReader {
    private static final int STRING = 0x80;
    private static final int LIST = 0xc0;
    /// Payloads up to this many bytes have a one-byte header.
    private static final int SHORT = 55;

    private final byte[] data;
    private final int end;
    private int position;

    // The item that readHeader found.
    private boolean list;
    private int start;
    private int length;

    private RlpReader(byte[] data, int from, int to) {
        this.data = data;
        this.position = from;
        this.end = to;
    }

    public static RlpReader of(Bytes data) {
        return of(data.sharedArray());
    }

    /// Reads `data` in place: it must not change while this reader is in use.
    public static RlpReader of(byte[] data) {
        return new RlpReader(data, 0, data.length);
    }

    /// Reads `data` in place from `from` (inclusive) to `to` (exclusive).
    public static RlpReader of(byte[] data, int from, int to) {
        if (from < 0 || to > data.length || from > to) {
            throw new IndexOutOfBoundsException(from + ".." + to + " of " + data.length);
        }
        return new RlpReader(data, from, to);
    }

    public boolean hasMore() {
        return position < end;
    }

    /// Whether the next item is a list. False at the end.
    public boolean atList() {
        return position < end && (data[position] & 0xff) >= LIST;
    }

    /// @throws RlpException if anything is left
    public void end() throws RlpException {
        if (position != end) {
            throw new RlpException((end - position) + " bytes too many");
        }
    }

    /// Steps over the next item and returns a reader of its members.
    public RlpReader list() throws RlpException {
        readHeader();
        if (!list) {
            throw new RlpException("a list was expected");
        }
        return new RlpReader(data, start, start + length);
    }

    /// Steps over the next item, string or list; [#itemIsList], [#itemStart] and [#itemLength] then describe
    /// it.
    public void next() throws RlpException {
        readHeader();
    }

    /// Whether the item last read is a list.
    public boolean itemIsList() {
        return list;
    }

    /// Where the payload of the item last read begins in the array.
    public int itemStart() {
        return start;
    }

    /// How many bytes the payload of the item last read has.
    public int itemLength() {
        return length;
    }

    /// Where the next item begins in the array.
    public int position() {
        return position;
    }

    /// The next item with its header, as it stands.
    public Bytes raw() throws RlpException {
        int from = position;
        readHeader();
        return Bytes.copyOf(data, from, position);
    }

    /// Everything from a [#position] on that was read.
    public Bytes since(int from) {
        return Bytes.copyOf(data, from, position);
    }

    public Bytes bytes() throws RlpException {
        readString();
        return Bytes.copyOf(data, start, start + length);
    }

    /// @throws RlpException unless the next item is a string of `size` bytes
    public Bytes bytes(int size) throws RlpException {
        readString();
        requireLength(size);
        return Bytes.copyOf(data, start, start + length);
    }

    public Hash32 hash() throws RlpException {
        readString();
        requireLength(Hash32.SIZE);
        return Hash32.of(Arrays.copyOfRange(data, start, start + length));
    }

    public Address address() throws RlpException {
        readString();
        requireLength(Address.SIZE);
        return Address.of(Arrays.copyOfRange(data, start, start + length));
    }

    /// The recipient of a transaction: twenty bytes, or none where it creates a contract.
    public Optional<Address> addressOrEmpty() throws RlpException {
        readString();
        if (length == 0) {
            return Optional.empty();
        }
        requireLength(Address.SIZE);
        return Optional.of(Address.of(Arrays.copyOfRange(data, start, start + length)));
    }

    /// An unsigned big-endian number without leading zeros; zero is the empty string.
    /// @param maxBytes the width of its type, 32 for an EVM word
    public BigInteger integer(int maxBytes) throws RlpException {
        readInteger(maxBytes);
        return new BigInteger(1, data, start, length);
    }

    /// As [#integer], for numbers below 2^63.
    public long longInteger() throws RlpException {
        readInteger(Long.BYTES);
        long value = 0;
        for (int i = start; i < start + length; i++) {
            value = value << 8 | (data[i] & 0xff);
        }
        if (value < 0) {
            throw new RlpException("a number of 2^63 or more");
        }
        return value;
    }

    private void readInteger(int maxBytes) throws RlpException {
        readString();
        if (length > maxBytes) {
            throw new RlpException("a number of " + length + " bytes where " + maxBytes + " are allowed");
        }
        if (length > 0 && data[start] == 0) {
            throw new RlpException("a number with a leading zero");
        }
    }

    private void readString() throws RlpException {
        readHeader();
        if (list) {
            throw new RlpException("a string was expected, not a list");
        }
    }

    private void requireLength(int size) throws RlpException {
        if (length != size) {
            throw new RlpException("a string of " + length + " bytes where " + size + " are expected");
        }
    }

    private void readHeader() throws RlpException {
        if (position >= end) {
            throw new RlpException("an item is missing");
        }
        int first = data[position] & 0xff;
        list = first >= LIST;
        if (first < STRING) {
            start = position;
            length = 1;
        } else {
            int shortLength = first - (list ? LIST : STRING);
            if (shortLength <= SHORT) {
                start = position + 1;
                length = shortLength;
            } else {
                readLongLength(shortLength - SHORT);
            }
        }
        if (length > end - start) {
            throw new RlpException("an item of " + length + " bytes where " + (end - start) + " are left");
        }
        if (!list && length == 1 && start > position && (data[start] & 0xff) < STRING) {
            throw new RlpException("a single byte below 0x80 with a header");
        }
        position = start + length;
    }

    private void readLongLength(int lengthBytes) throws RlpException {
        if (lengthBytes > end - position - 1) {
            throw new RlpException("a length is cut off");
        }
        if (data[position + 1] == 0) {
            throw new RlpException("a length with a leading zero");
        }
        long value = 0;
        for (int i = 1; i <= lengthBytes; i++) {
            value = value << 8 | (data[position + i] & 0xff);
            if (value > Integer.MAX_VALUE) {
                throw new RlpException("an item longer than any array");
            }
        }
        if (value <= SHORT) {
            throw new RlpException("a long form for a short length");
        }
        start = position + 1 + lengthBytes;
        length = (int) value;
    }
}
