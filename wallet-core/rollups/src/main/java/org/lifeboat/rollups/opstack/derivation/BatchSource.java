package org.lifeboat.rollups.opstack.derivation;

import java.util.ArrayList;
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
    private List<DroppedBatch.Why> dropped = new ArrayList<>();
    private Optional<String> unknown = Optional.empty();

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
            if (unknown.isPresent()) {
                return Optional.empty();
            }
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
                continue;
            }
            Optional<Batch> counting = readable(next.get()).filter(this::allowed);
            if (counting.isPresent()) {
                return counting;
            }
        }
    }

    private Optional<Batch> readable(Answer<Batch> answer) {
        return switch (answer) {
            case Answer.Proven<Batch>(Batch batch) -> Optional.of(batch);
            case Answer.Refuted<Batch>(String reason) -> unreadable(reason);
            case Answer.Unknown<Batch>(Answer.Cause _, String reason) -> unreadable(reason);
        };
    }

    private <T> Optional<T> unreadable(String reason) {
        dropped.add(new DroppedBatch.Why.Unreadable(reason));
        return Optional.empty();
    }

    /// Notes that a batch does not count.
    void drop(BatchValidity.Reason reason) {
        dropped.add(new DroppedBatch.Why.Rule(reason));
    }

    /// What was dropped since the last time this was asked.
    List<DroppedBatch.Why> takeDropped() {
        List<DroppedBatch.Why> taken = dropped;
        dropped = new ArrayList<>();
        return taken;
    }

    /// What stands in the way of reading on, where it is not known what counts.
    Optional<String> unknown() {
        return unknown;
    }

    private void open(Bytes channel) {
        boolean brotli = rollup.has(OpFork.FJORD, l1.unixSeconds());
        switch (ChannelData.decompress(channel, rollup.channelBytes(l1.unixSeconds()), brotli)) {
            case Answer.Proven<byte[]>(byte[] data) -> reading = Optional.of(new ChannelBatches(data, rollup.spans()));
            case Answer.Refuted<byte[]>(String reason) -> unreadable(reason);
            case Answer.Unknown<byte[]>(Answer.Cause _, String reason) -> unknown = Optional.of(reason);
        }
    }

    private boolean allowed(Batch batch) {
        boolean allowed = !(batch instanceof SpanBatch) || rollup.hasDelta(l1.unixSeconds());
        if (!allowed) {
            drop(BatchValidity.Reason.SPAN_TOO_EARLY);
        }
        return allowed;
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
