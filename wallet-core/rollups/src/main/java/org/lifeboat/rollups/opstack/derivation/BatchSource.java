package org.lifeboat.rollups.opstack.derivation;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.rollups.opstack.derivation.format.Batch;
import org.lifeboat.rollups.opstack.derivation.format.ChannelBatches;
import org.lifeboat.rollups.opstack.derivation.format.ChannelData;
import org.lifeboat.rollups.opstack.derivation.format.SpanBatch;
import org.lifeboat.rollups.opstack.execution.OpFork;

/// The batches of one L1 block, in their order. Source: derivation, "Channel Reader".
final class BatchSource {
    private final RollupConfig rollup;
    private final ChannelStage channels;
    private final FrameQueue frames;
    private final BlockRef l1;
    private Optional<ChannelBatches> reading = Optional.empty();

    /// @param pieces what the batcher's transactions and blobs in the block hold
    BatchSource(RollupConfig rollup, ChannelStage channels, List<Bytes> pieces, BlockRef l1) {
        this.rollup = rollup;
        this.channels = channels;
        this.frames = new FrameQueue(pieces, rollup.has(OpFork.HOLOCENE, l1.unixSeconds()));
        this.l1 = l1;
    }

    /// Empty at the end of the L1 block.
    Optional<Batch> next() {
        while (true) {
            if (reading.isEmpty()) {
                Optional<Bytes> channel = channels.next(frames, l1);
                if (channel.isEmpty()) {
                    return Optional.empty();
                }
                open(channel.get());
                continue;
            }
            Optional<Answer<Batch>> next = reading.get().next();
            if (next.isEmpty()) {
                reading = Optional.empty();
            } else if (next.get() instanceof Answer.Proven<Batch>(Batch batch) && allowed(batch)) {
                return Optional.of(batch);
            }
        }
    }

    private void open(Bytes channel) {
        boolean brotli = rollup.has(OpFork.FJORD, l1.unixSeconds());
        if (ChannelData.decompress(channel, rollup.channelBytes(l1.unixSeconds()), brotli)
                instanceof Answer.Proven<byte[]>(byte[] data)) {
            reading = Optional.of(new ChannelBatches(data, rollup.spans()));
        }
    }

    private boolean allowed(Batch batch) {
        return !(batch instanceof SpanBatch) || rollup.hasDelta(l1.unixSeconds());
    }

    /// Goes to the block's end without looking at batches: they are of L2 blocks that are there already.
    /// Channels that stay open are kept.
    void drain() {
        reading = Optional.empty();
        boolean more = true;
        while (more) {
            more = channels.next(frames, l1).isPresent();
        }
    }

    /// Drops what is left of the channel that the last batch is from. Source: holocene/derivation, "Fast
    /// Channel Invalidation".
    void flush() {
        reading = Optional.empty();
        channels.flush();
    }
}
