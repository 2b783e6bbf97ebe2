package org.lifeboat.rollups.opstack.derivation.format;

import java.util.Optional;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpReader;

/// The batches of one channel, read one by one. Source: derivation, "Channel Format": RLP strings, each a
/// version byte and its content.
public final class ChannelBatches {
    private final byte[] data;
    private final SpanBatch.Chain chain;
    private int position;

    /// @param data decompressed; must not change while this is in use
    public ChannelBatches(byte[] data, SpanBatch.Chain chain) {
        this.data = data;
        this.chain = chain;
    }

    /// Whether every byte was read.
    public boolean isAtEnd() {
        return position == data.length;
    }

    /// The next batch.
    /// @return empty: the channel is at its end, or what follows is no batch, and nothing of it counts any
    /// more. Refuted: this one batch counts for nothing, the next may
    public Optional<Answer<Batch>> next() {
        if (isAtEnd()) {
            return Optional.empty();
        }
        try {
            RlpReader reader = RlpReader.of(data, position, data.length);
            reader.next();
            if (reader.itemIsList() || reader.itemLength() == 0) {
                return stop();
            }
            position = reader.position();
            return Optional.of(read(reader.itemStart(), reader.itemStart() + reader.itemLength()));
        } catch (RlpException | Malformed e) { // the end of what can be read
            return stop();
        }
    }

    private Optional<Answer<Batch>> stop() {
        position = data.length;
        return Optional.empty();
    }

    /// Bytes behind a span batch are ignored, behind a singular one they are not.
    private Answer<Batch> read(int from, int to) throws Malformed {
        return switch (data[from]) {
            case SingularBatch.VERSION -> new Answer.Proven<>(SingularBatch.read(data, from + 1, to));
            case SpanBatch.VERSION ->
                SpanBatchReader.read(new ByteCursor(data, from + 1, to), chain).map(Batch.class::cast);
            default -> throw new Malformed("a batch of version " + data[from]);
        };
    }
}
