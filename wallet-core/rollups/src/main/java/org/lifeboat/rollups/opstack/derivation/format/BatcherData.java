package org.lifeboat.rollups.opstack.derivation.format;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.rlp.RlpWriter;

/// Writes what a batcher posts, as the readers of this package read it. Source: derivation, "Batcher
/// Transaction Format", "Frame Format", "Channel Format", "Batch Format".
public final class BatcherData {
    private static final int VERSION = 0;

    private static final int CHUNK = 1 << 13;

    private BatcherData() {}

    /// The data of one transaction.
    public static Bytes transaction(List<Frame> frames) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(VERSION);
        for (Frame frame : frames) {
            out.writeBytes(frame.channel().toArray());
            number(out, frame.number(), 2);
            number(out, frame.data().size(), 4);
            out.writeBytes(frame.data().toArray());
            out.write(frame.last() ? 1 : 0);
        }
        return Bytes.of(out.toByteArray());
    }

    /// A whole channel, cut into frames.
    /// @param channel 16 bytes that name it
    /// @param batches as [#singular] writes them
    /// @param most bytes of data in a frame
    public static List<Frame> frames(Bytes channel, List<Bytes> batches, int most) {
        Bytes data = zlib(content(batches));
        int count = Math.ceilDiv(data.size(), most);
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Bytes part = data.slice(i * most, Math.min(data.size(), (i + 1) * most));
            frames.add(new Frame(channel, i, part, i + 1 == count));
        }
        return frames;
    }

    /// Batch behind batch, not yet compressed.
    public static byte[] content(List<Bytes> batches) {
        RlpWriter writer = new RlpWriter();
        batches.forEach(writer::bytes);
        return writer.toArray();
    }

    /// RFC 1950.
    public static Bytes zlib(byte[] content) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] room = new byte[CHUNK];
            while (!deflater.finished()) {
                out.write(room, 0, deflater.deflate(room));
            }
            return Bytes.of(out.toByteArray());
        } finally {
            deflater.end();
        }
    }

    /// One block's batch, with its version in front.
    public static Bytes singular(SingularBatch batch) {
        Bytes fields = new RlpWriter()
                .list(w -> w.hash(batch.parentHash())
                        .integer(batch.epochNumber())
                        .hash(batch.epochHash())
                        .integer(batch.unixSeconds())
                        .list(batch.transactions(), RlpWriter::bytes))
                .toBytes();
        return Bytes.of((byte) SingularBatch.VERSION).plus(fields);
    }

    private static void number(ByteArrayOutputStream out, int number, int size) {
        for (int i = size - 1; i >= 0; i--) {
            out.write(number >>> (8 * i));
        }
    }
}
