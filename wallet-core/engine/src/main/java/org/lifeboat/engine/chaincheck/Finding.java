package org.lifeboat.engine.chaincheck;

import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;

/// What came of a check. As the three outcomes of every check: proven, refuted, not checked.
public sealed interface Finding {
    /// The claim is what was computed here.
    record True(BlockRef block, Hash32 root) implements Finding {}

    /// The claim is wrong.
    /// @param block the first whose root is another than claimed, as L1 has it
    record False(BlockRef block, Hash32 claimed, Hash32 computed) implements Finding {}

    /// The claim is of a block that L1 does not bring about, as far as the claim may look. It is wrong too.
    /// @param last the newest block that L1 brings about
    /// @param root of that block; who claims honestly claims it again for every later one
    record NotThere(BlockRef last, Hash32 root, long claimedBlock, Hash32 claimed) implements Finding {}

    /// Nothing was claimed: the chain was made again.
    /// @param last the newest block that came of it
    /// @param root of that block, as it would be posted
    /// @param stateRoot of the state after it
    record Remade(BlockRef last, Hash32 root, Hash32 stateRoot, End end) implements Finding {}

    /// Why no block follows that could be made.
    sealed interface End {
        /// L1 treats no block after this one as final.
        record OfL1(BlockRef newest) implements End {}

        /// @param detail in the sources' words or ours; may be empty
        record Lacking(Lack lack, String detail) implements End {}
    }

    /// Says nothing about the claim.
    /// @param detail in the sources' words or ours; may be empty
    record CouldNotCheck(Lack lack, String detail) implements Finding {}

    /// Somebody ended it.
    record Cancelled() implements Finding {}

    /// What was missing. The words are `check.lack.*`.
    enum Lack {
        /// The contracts on L1 could not be read.
        BRIDGE,
        /// There is no such game, or it is of a kind that is not known here.
        GAME,
        /// What tells the chain from others is of another chain than this bridge.
        OTHER_CHAIN,
        /// No block before the claimed one is known to be right.
        GROUND,
        /// The file that the chain began with was not given.
        BEGINNING,
        /// No source gave a header of L1.
        L1_HEADER,
        /// L1 is not far enough yet.
        L1_NOT_THERE_YET,
        /// No source gave a block's transactions or receipts.
        L1_BLOCK,
        /// Nobody gave a blob: they are kept for weeks only, longer by archives.
        BLOBS,
        /// No source of the L2 gave a block.
        L2_BLOCK,
        /// No source of the L2 gave a part of the state.
        L2_STATE,
        /// L1 has reorganised below where the check began: begin again.
        REORGANISED,
        /// Rules are needed that this program lacks.
        RULES
    }

    /// Whether the claim was found wrong.
    default boolean isFalse() {
        return this instanceof False || this instanceof NotThere;
    }
}
