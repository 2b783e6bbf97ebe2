package org.lifeboat.engine.activity;

import java.time.Instant;
import java.util.Optional;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;

/// Where a transaction stands, as far as its chain says now. See [#after] for how it changes.
public sealed interface Status {
    /// Signed and on disk; as far as we know nobody has it.
    record Saved() implements Status {}

    /// A source has taken it.
    record Sent(Instant at) implements Status {}

    /// In a block of an L2: the sequencer's word, not yet L1's.
    record Accepted(BlockRef block) implements Status {}

    /// In a block of L1.
    record Mined(BlockRef block) implements Status {}

    /// In a block, and without effect but for its fee.
    record Reverted(BlockRef block) implements Status {}

    /// Another transaction with its nonce is in a block.
    /// @param by empty where it could not be found which one
    record Replaced(Optional<Hash32> by) implements Status {
        /// Where it was not known, earlier versions wrote zeros.
        public Replaced {
            by = by.filter(hash -> !hash.equals(Hash32.ZERO));
        }
    }

    /// Its nonce is free, and no source knows it any more. The same bytes can be sent again.
    record Dropped() implements Status {}

    /// Whether nothing has to be asked about it until its chain is reorganised.
    default boolean settled() {
        return switch (this) {
            case Saved _, Sent _, Dropped _ -> false;
            case Accepted _, Mined _, Reverted _, Replaced _ -> true;
        };
    }

    /// What was just learnt about a transaction.
    sealed interface Sighting {
        /// A source has taken it.
        record TakenBySource(Instant at) implements Sighting {}

        /// It stands in a block.
        /// @param ofL2 whether that is a block of an L2
        record InBlock(BlockRef block, boolean succeeded, boolean ofL2) implements Sighting {}

        /// A source knows it and it is in no block.
        record Waiting(Instant at) implements Sighting {}

        /// No source knows it, and the account's nonce on the chain has not passed it.
        record Unknown() implements Sighting {}

        /// The account's nonce has passed it with another transaction.
        /// @param by empty where it could not be found which one
        record NonceTaken(Optional<Hash32> by) implements Sighting {}
    }

    /// The status after `sighting`. Pure; goes backwards as easily as forwards, because a chain can be
    /// reorganised: what was in a block and is only known now is [Sent] again, and what nobody knows any more
    /// is [Dropped].
    default Status after(Sighting sighting) {
        return switch (sighting) {
            case Sighting.TakenBySource(Instant at) ->
                switch (this) {
                    case Saved _, Dropped _, Replaced _ -> new Sent(at);
                    // That a source takes the bytes once more says nothing against what was seen in a block.
                    case Sent _, Accepted _, Mined _, Reverted _ -> this;
                };
            case Sighting.InBlock(BlockRef block, boolean succeeded, boolean ofL2) ->
                !succeeded ? new Reverted(block) : ofL2 ? new Accepted(block) : new Mined(block);
            case Sighting.Waiting(Instant at) ->
                switch (this) {
                    case Sent sent -> sent;
                    case Saved _, Accepted _, Mined _, Reverted _, Replaced _, Dropped _ -> new Sent(at);
                };
            case Sighting.Unknown _ ->
                switch (this) {
                    // Never handed out: that nobody knows it is what was expected.
                    case Saved saved -> saved;
                    case Sent _, Accepted _, Mined _, Reverted _, Replaced _, Dropped _ -> new Dropped();
                };
            case Sighting.NonceTaken(Optional<Hash32> by) ->
                // What was found once is not forgotten because a server has forgotten it.
                new Replaced(by.isEmpty() && this instanceof Replaced(Optional<Hash32> known) ? known : by);
        };
    }
}
