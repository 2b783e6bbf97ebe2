package org.lifeboat.rollups.opstack.derivation;

import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;

/// What came of deriving and executing a range of blocks and comparing it with what was claimed of them.
/// What the anchor and the L1 headers are worth, it is worth.
public sealed interface Verdict {
    /// Every claimed root is the one that was computed here.
    /// @param last the newest block compared
    record True(BlockRef last, Hash32 outputRoot) implements Verdict {}

    /// The first claim that is wrong.
    /// @param block as L1 has it
    /// @param computed its output root
    record False(BlockRef block, Hash32 claimed, Hash32 computed) implements Verdict {}

    /// A claim of a block that L1 does not bring about up to where L1 is said to end: it is wrong too.
    /// @param last the newest block that L1 brings about
    /// @param outputRoot of that block, which is what an honest claim of any later block says
    record NotThere(BlockRef last, Hash32 outputRoot, long claimedBlock, Hash32 claimed) implements Verdict {}

    /// Says nothing about the claims.
    record CouldNotCheck(Answer.Cause cause, String reason) implements Verdict {}
}
