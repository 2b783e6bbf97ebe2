package org.lifeboat.primitives.rlp;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// Writes RLP (Yellow Paper, appendix B) into a buffer that grows. Every method returns the writer itself.
public final class RlpWriter {
    private static final int STRING = 0x80;
    private static final int LIST = 0xc0;
    private static final int SHORT = 55;

    private byte[] buffer = new byte[128];
    private int size;

    /// One list, filled by `members`.
    public RlpWriter list(Consumer<RlpWriter> members) {
        int from = size;
        members.accept(this);
        byte[] header = header(LIST, size - from);
        reserve(header.length);
        System.arraycopy(buffer, from, buffer, from + header.length, size - from);
        System.arraycopy(header, 0, buffer, from, header.length);
        size += header.length;
        return this;
    }

    /// One list with one member for each of `items`.
    public <T> RlpWriter list(Collection<T> items, BiConsumer<RlpWriter, T> member) {
        return list(writer -> items.forEach(item -> member.accept(writer, item)));
    }

    public RlpWriter bytes(Bytes value) {
        return bytes(value.sharedArray());
    }

    public RlpWriter bytes(byte[] value) {
        if (value.length == 1 && (value[0] & 0xff) < STRING) {
            return append(value);
        }
        append(header(STRING, value.length));
        return append(value);
    }

    public RlpWriter hash(Hash32 value) {
        return bytes(value.toArray());
    }

    public RlpWriter address(Address value) {
        return bytes(value.toArray());
    }

    /// Twenty bytes, or the empty string where a contract is created.
    public RlpWriter addressOrEmpty(Optional<Address> value) {
        return value.isPresent() ? address(value.get()) : bytes(Bytes.EMPTY);
    }

    /// @param value not negative; zero is the empty string
    public RlpWriter integer(BigInteger value) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("RLP has no negative numbers");
        }
        byte[] magnitude = value.toByteArray();
        int zeros = magnitude[0] == 0 ? 1 : 0;
        return bytes(Arrays.copyOfRange(magnitude, zeros, magnitude.length));
    }

    public RlpWriter integer(long value) {
        return integer(BigInteger.valueOf(value));
    }

    /// An item that is RLP already.
    public RlpWriter raw(Bytes item) {
        return append(item.sharedArray());
    }

    public Bytes toBytes() {
        return Bytes.of(toArray());
    }

    public byte[] toArray() {
        return Arrays.copyOf(buffer, size);
    }

    private RlpWriter append(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, buffer, size, value.length);
        size += value.length;
        return this;
    }

    private void reserve(int more) {
        int needed = Math.addExact(size, more);
        if (needed > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(needed, (int) Math.min(2L * buffer.length, Integer.MAX_VALUE - 8)));
        }
    }

    private static byte[] header(int kind, int length) {
        if (length <= SHORT) {
            return new byte[] {(byte) (kind + length)};
        }
        int lengthBytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
        byte[] header = new byte[1 + lengthBytes];
        header[0] = (byte) (kind + SHORT + lengthBytes);
        for (int i = 0; i < lengthBytes; i++) {
            header[lengthBytes - i] = (byte) (length >>> (8 * i));
        }
        return header;
    }
}
