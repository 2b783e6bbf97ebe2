package org.lifeboat.rollups.opstack.derivation;

import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;

/// How far a derivation has come.
public sealed interface Step {
    record Needs(Need need) implements Step {}

    /// The next block, to be built: then the derivation is told of it, or that it cannot be.
    record Attributes(PayloadAttributes attributes) implements Step {}

    /// L1 blocks that were read are no longer L1's; the blocks derived after `head` are none any more.
    /// @param l1 the newest block that both have, as far as is known yet
    record Reorganised(BlockRef l1, BlockRef head) implements Step {}

    /// It cannot go on: what the next block is cannot be said here.
    record Stopped(Answer.Cause cause, String reason) implements Step {}
}
