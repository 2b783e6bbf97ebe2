package org.lifeboat.rollups.opstack.derivation;

import java.util.List;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.derivation.format.SingularBatch;

/// Chooses the batch that the next block is made of. Source: derivation, "Batch Queue".
sealed interface BatchStage permits StrictStage, BatchQueue {
    /// What the choice came to.
    sealed interface Choice {
        record Found(SingularBatch batch) implements Choice {}

        /// The L1 block holds no more.
        record AtEnd() implements Choice {}

        /// An L2 block before all that are known must be looked at first.
        record NeedsAncestor(Hash32 hash) implements Choice {}
    }

    /// @param l1 the L1 block that is read
    /// @param epochs L1 blocks from the head's origin, or the one after it, on; may be cut in front
    record Place(BlockRef l1, List<Epoch> epochs, SafeHead head, SafeChain chain, BatchSource source) {
        SpanRules.Place spans() {
            return new SpanRules.Place(epochs, head, chain, l1);
        }
    }

    Choice next(Place place);

    /// The last batch did not lead to a block, or not to the whole one: what came with it counts for nothing.
    void rejected(BatchSource source);

    /// Whether epochs before the head's origin may be forgotten.
    boolean mayForget();

    /// Batches that wait for their time.
    List<BatchQueue.Waiting> waiting();

    /// A copy that goes its own way.
    BatchStage copy();
}
