package org.lifeboat.rollups.opstack.derivation;

import java.util.List;
import java.util.Optional;
import org.lifeboat.rollups.opstack.derivation.format.SingularBatch;
import org.lifeboat.rollups.opstack.derivation.format.SpanBatch;

/// A span batch that counts, taken block by block.
final class SpanCursor {
    private final SpanBatch batch;
    private int next;
    private long epoch;

    private SpanCursor(SpanBatch batch, int next, long epoch) {
        this.batch = batch;
        this.next = next;
        this.epoch = epoch;
    }

    /// At the first block that is not there yet.
    /// @return empty where an L1 origin in it is not known, or goes back
    static Optional<SpanCursor> open(SpanBatch batch, List<Epoch> epochs, SafeHead head) {
        int next = 0;
        long epoch = batch.firstEpoch();
        while (next < batch.blocks() && batch.unixSeconds(next) <= head.unixSeconds()) {
            next++;
            epoch += next < batch.blocks() && batch.changesEpoch(next) ? 1 : 0;
        }
        boolean known = epoch >= head.origin().number()
                && epoch >= epochs.getFirst().number()
                && batch.lastEpoch() <= epochs.getLast().number();
        return known && next < batch.blocks() ? Optional.of(new SpanCursor(batch, next, epoch)) : Optional.empty();
    }

    boolean isAtEnd() {
        return next >= batch.blocks();
    }

    /// The batch for the block after `head`; empty where it is not of that time.
    Optional<SingularBatch> take(RollupConfig rollup, List<Epoch> epochs, SafeHead head) {
        long time = head.unixSeconds() + rollup.chain().blockSeconds();
        long index = epoch - epochs.getFirst().number();
        if (isAtEnd() || batch.unixSeconds(next) != time) {
            return Optional.empty();
        }
        // An origin that was cut off in front leads to a batch that is dropped for it.
        SingularBatch taken = new SingularBatch(
                head.hash(),
                epoch,
                index >= 0 && index < epochs.size()
                        ? epochs.get((int) index).block().hash()
                        : head.origin().hash(),
                time,
                batch.transactions(next));
        next++;
        epoch += !isAtEnd() && batch.changesEpoch(next) ? 1 : 0;
        return Optional.of(taken);
    }

    SpanCursor copy() {
        return new SpanCursor(batch, next, epoch);
    }
}
