package org.lifeboat.rollups.opstack.derivation;

import org.lifeboat.primitives.BlockRef;
import org.lifeboat.verifier.block.BlockFault;

/// Something that the batcher wrote to L1 and that counts for nothing, or not for all that is in it.
/// @param l1 the block that was read when it was dropped
/// @param l2Block the number of the L2 block that came next then
public record DroppedBatch(BlockRef l1, long l2Block, Why why) {
    /// Why it does not count.
    public sealed interface Why {
        record Rule(BatchValidity.Reason reason) implements Why {}

        /// @param reason in our words
        record Unreadable(String reason) implements Why {}

        /// A block of it could not be run; since Holocene it became one of deposits only.
        record NotExecutable(BlockFault fault) implements Why {}
    }
}
