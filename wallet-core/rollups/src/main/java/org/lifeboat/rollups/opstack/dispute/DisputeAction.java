package org.lifeboat.rollups.opstack.dispute;

import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.Wei;

/// What an honest player has to do in a contest now. Nothing of it is done by itself.
public sealed interface DisputeAction {
    /// Counter a claim.
    /// @param against which
    /// @param attack whether it is said to be wrong; else that it is right and wrong comes after it
    /// @param value the root that is claimed instead
    /// @param bond to be sent, to the wei
    /// @param until before which it must be in a block
    record Move(DisputeClaim against, boolean attack, Position position, Hash32 value, Wei bond, L1Time until)
            implements DisputeAction {}

    /// The contest over this claim goes on about single steps of a program. That takes its trace:
    /// op-challenger with the program that the game names (`absolutePrestate`).
    record NeedsTrace(DisputeClaim against, L1Time until) implements DisputeAction {}

    /// The root of this block must be computed first.
    record NeedsRoot(DisputeClaim against, long block) implements DisputeAction {}

    /// It should have been countered, and its time is over.
    record TooLate(DisputeClaim against) implements DisputeAction {}

    /// The claim is of a block that L1 does not bring about, with the root of the newest block that it
    /// does: shown by that block's header, for gas alone. Source: `challengeRootL2Block`.
    /// @param last the number of that newest block
    record ShowNumber(long last, L1Time until) implements DisputeAction {}
}
