package org.lifeboat.lightclient;

import java.util.Optional;

/// `LightClientStore`: all that the light client knows. Immutable; [LightClient] makes the next one.
///
/// @param finalized the newest header that a supermajority's signed state holds as final
/// @param current the committee of the finalised header's period
/// @param next the committee of the period after, once known
/// @param optimistic the newest header that enough of the committee signed; can still be reorganised
/// @param bestValid kept for a forced update, which only the user's word may lead to
/// @param previousMaxParticipants of the period before, for the safety threshold
/// @param currentMaxParticipants of this period, for the safety threshold
public record Store(
        LightClientHeader finalized,
        SyncCommittee current,
        Optional<SyncCommittee> next,
        LightClientHeader optimistic,
        Optional<Update> bestValid,
        int previousMaxParticipants,
        int currentMaxParticipants) {

    long finalizedSlot() {
        return finalized.beacon().slot();
    }

    /// `get_safety_threshold`: an optimistic header needs more participants than this.
    int safetyThreshold() {
        return Math.max(previousMaxParticipants, currentMaxParticipants) / 2;
    }

    Store withBestValid(Optional<Update> update) {
        return new Store(finalized, current, next, optimistic, update, previousMaxParticipants, currentMaxParticipants);
    }

    Store withParticipants(int seen) {
        return new Store(
                finalized,
                current,
                next,
                optimistic,
                bestValid,
                previousMaxParticipants,
                Math.max(currentMaxParticipants, seen));
    }

    Store withOptimistic(LightClientHeader header) {
        return new Store(finalized, current, next, header, bestValid, previousMaxParticipants, currentMaxParticipants);
    }

    Store withFinalized(LightClientHeader header) {
        LightClientHeader newest = header.beacon().slot() > optimistic.beacon().slot() ? header : optimistic;
        return new Store(header, current, next, newest, bestValid, previousMaxParticipants, currentMaxParticipants);
    }

    Store withNext(Optional<SyncCommittee> committee) {
        return new Store(
                finalized, current, committee, optimistic, bestValid, previousMaxParticipants, currentMaxParticipants);
    }

    /// The hand-over to the next period's committee.
    Store advanced(SyncCommittee nowCurrent, Optional<SyncCommittee> nowNext) {
        return new Store(finalized, nowCurrent, nowNext, optimistic, bestValid, currentMaxParticipants, 0);
    }
}
