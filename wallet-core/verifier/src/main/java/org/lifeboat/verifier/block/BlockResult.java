package org.lifeboat.verifier.block;

import org.lifeboat.primitives.Answer;

/// What verifying a block came to.
public sealed interface BlockResult {
    /// Every rule holds and every figure of the header was computed here. What the parent is worth, it is
    /// worth.
    record Valid(BlockOutput output) implements BlockResult {}

    record Invalid(BlockFault fault) implements BlockResult {}

    /// Says nothing about the block: something is needed that the witness does not have.
    record Incomplete(MissingPart missing) implements BlockResult {}

    /// Says nothing about the block: its chain has rules at that height that this program does not know.
    record Unknown(Answer.Cause cause, String reason) implements BlockResult {}
}
