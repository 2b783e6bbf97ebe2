package org.lifeboat.engine.exit;

import java.util.Optional;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.rollups.opstack.ExitFacts;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.Withdrawal;

/// What was seen of a plan at one look, on both layers.
/// @param initiation the newest own transaction that begins it, as it stands now; one in a block before one that
/// waits
/// @param l2Transaction as that transaction, or the deposit that it made, will be called on the L2
record ExitSight(Optional<OwnTransaction> initiation, Optional<Hash32> l2Transaction, OfL2 l2, OfL1 l1) {
    /// What the L2 says of the transaction.
    sealed interface OfL2 {
        record NotAsked() implements OfL2 {}

        /// @param why in the sources' words
        record Silent(String why) implements OfL2 {}

        record Absent() implements OfL2 {}

        /// It was carried out and failed, or left no withdrawal.
        record Failed() implements OfL2 {}

        record Has(Withdrawal withdrawal, L2Block block) implements OfL2 {}
    }

    /// What L1 says of the withdrawal.
    sealed interface OfL1 {
        record NotAsked() implements OfL1 {}

        record Silent(String why) implements OfL1 {}

        record Says(ExitFacts facts, Optional<L1Call> resolution) implements OfL1 {}
    }
}
