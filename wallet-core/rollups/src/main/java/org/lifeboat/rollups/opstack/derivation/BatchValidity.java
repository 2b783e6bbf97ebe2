package org.lifeboat.rollups.opstack.derivation;

import java.util.Optional;
import org.lifeboat.primitives.Hash32;

/// Whether a batch counts where it stands. Source: derivation, "Batch Queue".
public sealed interface BatchValidity {
    record Accept() implements BatchValidity {}

    /// It never counts.
    record Drop(Reason reason) implements BatchValidity {}

    /// Before Holocene: to be looked at again later.
    record Future() implements BatchValidity {}

    /// Since Holocene: of blocks that are there already. Passed over, and what follows it still counts.
    record Past() implements BatchValidity {}

    /// Something must be known first.
    /// @param ancestor hash of an L2 block before all that are known; empty: the next L1 block
    record Undecided(Optional<Hash32> ancestor) implements BatchValidity {}

    /// Why a batch is dropped.
    enum Reason {
        /// It is of a time after the next block's.
        TOO_NEW,
        /// It holds no block that is not there already.
        TOO_OLD,
        /// Its time lies between two blocks.
        MISALIGNED,
        /// It stands on another block.
        WRONG_PARENT,
        /// It came after the sequencing window.
        TOO_LATE,
        /// Its L1 origin is before that of the block before it.
        ORIGIN_GOES_BACK,
        /// Its L1 origin leaves one out.
        ORIGIN_JUMPS,
        /// Its L1 origin is none of this L1.
        WRONG_ORIGIN,
        /// Its time is before that of its L1 origin.
        BEFORE_ORIGIN,
        /// It is too far ahead of its L1 origin.
        DRIFTED,
        /// The first block of an upgrade may hold nothing of the sequencer's.
        NOT_EMPTY_AT_UPGRADE,
        /// Spans were not allowed yet.
        SPAN_TOO_EARLY,
        /// Of blocks that are there already it says something else.
        CONTRADICTS_SAFE_CHAIN,
        EMPTY_TRANSACTION,
        /// A transaction that only L1 can bring about.
        DEPOSIT,
        /// A transaction of a type that was not allowed yet.
        TYPE_TOO_EARLY
    }

    static BatchValidity drop(Reason reason) {
        return new Drop(reason);
    }
}
