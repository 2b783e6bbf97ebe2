package org.lifeboat.rollups.opstack.derivation.format;

import java.util.Arrays;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;

/// The bytes that a batcher packed into a blob. Source: ecotone/derivation, "Blob Encoding".
public final class BlobData {
    /// Source: EIP-4844, `FIELD_ELEMENTS_PER_BLOB` of 32 bytes.
    public static final int BLOB_SIZE = 4096 * 32;

    /// Four field elements carry 127 bytes; the version and the length take four. Source: ecotone/derivation.
    public static final int MOST = (4 * 31 + 3) * 1024 - 4;

    private static final int ELEMENT = 32;
    private static final int ROUND = 4;
    private static final int ROUND_BYTES = 127;
    private static final int PREFIX = 4;

    private BlobData() {}

    /// @param blob 131,072 bytes, already compared with what the transaction commits to
    /// @return refuted: the blob is of another form, and is passed over
    public static Answer<Bytes> decode(Bytes blob) {
        if (blob.size() != BLOB_SIZE) {
            return new Answer.Refuted<>("a blob has " + BLOB_SIZE + " bytes, not " + blob.size());
        }
        byte[] in = blob.sharedArray();
        if (in[1] != 0) {
            return new Answer.Refuted<>("a blob's version is 0, not " + in[1]);
        }
        int length = (in[2] & 0xff) << 16 | (in[3] & 0xff) << 8 | (in[4] & 0xff);
        if (length > MOST) {
            return new Answer.Refuted<>("a blob holds " + MOST + " bytes, not " + length);
        }
        return unpack(in, length);
    }

    /// Packs bytes into a blob, as [#decode] unpacks them.
    /// @param content at most [#MOST] bytes
    public static Bytes encode(Bytes content) {
        if (content.size() > MOST) {
            throw new IllegalArgumentException("a blob holds " + MOST + " bytes, not " + content.size());
        }
        byte[] in = new byte[MOST + PREFIX];
        in[1] = (byte) (content.size() >>> 16);
        in[2] = (byte) (content.size() >>> 8);
        in[3] = (byte) content.size();
        System.arraycopy(content.sharedArray(), 0, in, PREFIX, content.size());
        byte[] out = new byte[BLOB_SIZE];
        for (int round = 0; round < in.length / ROUND_BYTES; round++) {
            packRound(in, round, out);
        }
        return Bytes.of(out);
    }

    /// The three bytes between the four times 31 go into the high bits of the four numbers.
    private static void packRound(byte[] in, int round, byte[] out) {
        int from = round * ROUND_BYTES;
        int to = round * ROUND * ELEMENT;
        int x = in[from + 31] & 0xff;
        int y = in[from + 63] & 0xff;
        int z = in[from + 95] & 0xff;
        int[] high = {x & 0x3f, (y & 0x0f) | (x & 0xc0) >> 2, z & 0x3f, (z & 0xc0) >> 2 | (y & 0xf0) >> 4};
        for (int i = 0; i < ROUND; i++) {
            out[to + i * ELEMENT] = (byte) high[i];
            System.arraycopy(in, from + i * ELEMENT, out, to + i * ELEMENT + 1, ELEMENT - 1);
        }
    }

    /// The encoding is one to one: whatever the length leaves free is zero.
    private static Answer<Bytes> unpack(byte[] in, int length) {
        int rounds = Math.max(1, Math.ceilDiv(length + PREFIX, ROUND_BYTES));
        byte[] out = new byte[rounds * ROUND_BYTES];
        for (int round = 0; round < rounds; round++) {
            if (!unpackRound(in, round, out)) {
                return new Answer.Refuted<>("a blob's number uses its two highest bits");
            }
        }
        boolean clean = isZero(out, PREFIX + length) && isZero(in, rounds * ROUND * ELEMENT);
        return clean
                ? new Answer.Proven<>(Bytes.copyOf(out, PREFIX, PREFIX + length))
                : new Answer.Refuted<>("a blob has something behind its end");
    }

    /// The very first byte is not looked at: the programs that run the chains do not, and they decide.
    private static boolean unpackRound(byte[] in, int round, byte[] out) {
        int from = round * ROUND * ELEMENT;
        int to = round * ROUND_BYTES;
        int[] high = new int[ROUND];
        for (int i = 0; i < ROUND; i++) {
            high[i] = in[from + i * ELEMENT] & 0xff;
            if (high[i] > 0x3f && from + i > 0) {
                return false;
            }
            System.arraycopy(in, from + i * ELEMENT + 1, out, to + i * ELEMENT, ELEMENT - 1);
        }
        out[to + 31] = (byte) ((high[0] & 0x3f) | (high[1] & 0x30) << 2);
        out[to + 63] = (byte) ((high[1] & 0x0f) | (high[3] & 0x0f) << 4);
        out[to + 95] = (byte) ((high[2] & 0x3f) | (high[3] & 0x30) << 2);
        return true;
    }

    private static boolean isZero(byte[] data, int from) {
        return from >= data.length
                || Arrays.equals(data, from, data.length, new byte[data.length - from], 0, data.length - from);
    }
}
