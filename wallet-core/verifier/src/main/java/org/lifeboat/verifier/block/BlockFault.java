package org.lifeboat.verifier.block;

import java.util.Optional;
import org.lifeboat.evm.transaction.InvalidReason;

/// What is wrong with a block: the first thing found.
/// @param detail for people: both values where two differ, or the transaction's place
/// @param transaction with [BlockReason#INVALID_TRANSACTION]: why
public record BlockFault(BlockReason reason, String detail, Optional<InvalidReason> transaction) {
    public BlockFault(BlockReason reason, String detail) {
        this(reason, detail, Optional.empty());
    }

    /// Empty where both are equal.
    public static Optional<BlockFault> unlessEqual(BlockReason reason, Object inHeader, Object computed) {
        return inHeader.equals(computed)
                ? Optional.empty()
                : Optional.of(new BlockFault(reason, "the block says " + inHeader + ", computed is " + computed));
    }

    public static Optional<BlockFault> unless(boolean right, BlockReason reason, String detail) {
        return right ? Optional.empty() : Optional.of(new BlockFault(reason, detail));
    }
}
