package org.lifeboat.rollups.opstack.derivation.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.brotli.dec.BrotliInputStream;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;

/// Decompresses a channel, as far as it goes: what stands before an error or before the limit counts.
/// Source: derivation, "Channel Format"; fjord/derivation, "Brotli Channel Compression".
///
/// Of a brotli stream that breaks, the decoder gives back less than others do: what it had not yet handed out is
/// lost, and batches may stand in it that count elsewhere. So that is not known here. No batcher writes such a
/// stream but to confuse.
public final class ChannelData {
    /// The lowest four bits of the first byte where it is zlib (RFC 1950, `CM`).
    private static final int ZLIB = 8;

    private static final int ZLIB_RESERVED = 15;
    private static final int BROTLI = 1;

    private static final int FIRST_ROOM = 1 << 16;

    private ChannelData() {}

    /// @param most bytes that may come out (`MAX_RLP_BYTES_PER_CHANNEL`): a small channel can be a large one
    /// @param brotli whether that form is allowed already (Fjord)
    /// @return refuted: it is of no known form, and is passed over whole. Unknown: a brotli stream that breaks
    public static Answer<byte[]> decompress(Bytes channel, int most, boolean brotli) {
        if (channel.isEmpty()) {
            return new Answer.Refuted<>("an empty channel");
        }
        int form = channel.at(0) & 0x0f;
        if (form == ZLIB || form == ZLIB_RESERVED) {
            return inflate(channel.sharedArray(), most);
        }
        if (channel.at(0) != BROTLI) {
            return new Answer.Refuted<>("a compression of no known form: " + channel.at(0));
        }
        return brotli ? unbrotli(channel.sharedArray(), most) : new Answer.Refuted<>("brotli before Fjord");
    }

    private static Answer<byte[]> inflate(byte[] channel, int most) {
        Inflater inflater = new Inflater();
        byte[] out = new byte[room(channel, most)];
        int size = 0;
        String error = "it needs a dictionary, or is cut off";
        try {
            inflater.setInput(channel);
            int read = 1;
            while (read > 0 && size < most) {
                out = withRoom(out, size, most);
                read = inflater.inflate(out, size, out.length - size);
                size += read;
            }
        } catch (DataFormatException e) {
            size = (int) inflater.getBytesWritten();
            error = String.valueOf(e.getMessage());
        } finally {
            inflater.end();
        }
        return size == 0
                ? new Answer.Refuted<>("zlib that cannot be read: " + error)
                : new Answer.Proven<>(Arrays.copyOf(out, size));
    }

    private static Answer<byte[]> unbrotli(byte[] channel, int most) {
        byte[] out = new byte[room(channel, most)];
        int size = 0;
        try (InputStream in = new BrotliInputStream(new ByteArrayInputStream(channel, 1, channel.length - 1))) {
            int read = 1;
            while (read > 0 && size < most) {
                out = withRoom(out, size, most);
                read = in.read(out, size, Math.min(out.length - size, FIRST_ROOM));
                size += Math.max(read, 0);
            }
        } catch (IOException e) {
            return new Answer.Unknown<>(
                    Answer.Cause.UPDATE_NEEDED,
                    "a channel in brotli that breaks: how far others read it, cannot be told here");
        }
        return new Answer.Proven<>(Arrays.copyOf(out, size));
    }

    private static int room(byte[] channel, int most) {
        return (int) Math.min(most, Math.max(FIRST_ROOM, 3L * channel.length));
    }

    private static byte[] withRoom(byte[] out, int size, int most) {
        return size < out.length ? out : Arrays.copyOf(out, (int) Math.min(most, 2L * out.length));
    }
}
