package org.lifeboat.engine.chaincheck;

import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.L2Block;

/// What is to be checked.
public sealed interface CheckWish {
    /// The root that a game claims, from the root that it stands on: the verdict that a dispute needs.
    record OfGame(Address game) implements CheckWish {}

    /// As [OfGame], of the newest root that was posted.
    record Newest() implements CheckWish {}

    /// A block as the L2's servers have it, from the newest root before it that L1 treats as final.
    record OfBlock(L2Block block) implements CheckWish {}

    /// No claim: the chain is made again from its first block on, as far as the data on L1 go that L1 itself treats as
    /// final. For a chain of which nobody posts roots and nobody serves blocks.
    record AsFarAsL1() implements CheckWish {}

    /// One block alone, on top of the block before it as a server has it: quick, and worth as much as that.
    record Spot(L2Block block) implements CheckWish {}
}
