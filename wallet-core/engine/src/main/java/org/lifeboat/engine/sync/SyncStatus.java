package org.lifeboat.engine.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.lightclient.BeaconNetwork;

/// How far L1 has been verified here.
/// @param at by the computer's clock
/// @param currentSlot that the clock says it is
/// @param finalized the newest block that two thirds of a committee signed as final; empty unless it may be
/// relied on
/// @param attested the newest block that a committee signed; it can still be reorganised
public record SyncStatus(
        BeaconNetwork network,
        Phase phase,
        Optional<StoredCheckpoint> checkpoint,
        Optional<VerifiedHead> finalized,
        Optional<VerifiedHead> attested,
        Instant at,
        long currentSlot) {

    public enum Phase {
        /// Nobody has chosen where to begin.
        NO_CHECKPOINT,
        /// The checkpoint is chosen; no source has shown its block yet.
        NOT_BEGUN,
        /// What was verified last is older than may be relied on. The user must choose a newer checkpoint, or
        /// say that the old one will do.
        TOO_OLD,
        /// Committees of later periods are still missing.
        CATCHING_UP,
        /// As new as the sources are.
        FOLLOWING,
        /// Two blocks were signed as final at one slot. Nothing is relied on until the user has chosen a
        /// checkpoint anew.
        CONFLICT,
        /// The chain has a fork that this program does not know.
        UPDATE_NEEDED;

        /// The words are in `i18n/sync_*.properties`.
        public String messageKey() {
            return "sync.phase." + name();
        }
    }

    /// How long ago the slot of `head` was, by the computer's clock; never negative.
    public Duration age(VerifiedHead head) {
        long seconds = at.getEpochSecond() - network.timeOf(head.slot());
        return Duration.ofSeconds(Math.max(0, seconds));
    }

    /// The sync-committee period of the newest final block.
    public Optional<Long> period() {
        return finalized.map(head -> network.preset().periodAt(head.slot()));
    }
}
