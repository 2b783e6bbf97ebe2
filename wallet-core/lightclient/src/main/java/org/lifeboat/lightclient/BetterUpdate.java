package org.lifeboat.lightclient;

/// `is_better_update`: which of two valid updates a forced update should prefer. Source: altair sync-protocol.md.
final class BetterUpdate {
    private BetterUpdate() {}

    static boolean isBetter(Update candidate, Update known, Preset preset) {
        boolean supermajority = candidate.aggregate().hasSupermajority();
        if (supermajority != known.aggregate().hasSupermajority()) {
            return supermajority;
        }
        int participants = candidate.aggregate().participants();
        int knownParticipants = known.aggregate().participants();
        if (!supermajority && participants != knownParticipants) {
            return participants > knownParticipants;
        }
        boolean committee = hasRelevantCommittee(candidate, preset);
        if (committee != hasRelevantCommittee(known, preset)) {
            return committee;
        }
        boolean finality = candidate.finality().isPresent();
        if (finality != known.finality().isPresent()) {
            return finality;
        }
        if (finality) {
            boolean committeeFinality = hasCommitteeFinality(candidate, preset);
            if (committeeFinality != hasCommitteeFinality(known, preset)) {
                return committeeFinality;
            }
        }
        if (participants != knownParticipants) {
            return participants > knownParticipants;
        }
        if (candidate.attestedSlot() != known.attestedSlot()) {
            return candidate.attestedSlot() < known.attestedSlot();
        }
        return candidate.signatureSlot() < known.signatureSlot();
    }

    private static boolean hasRelevantCommittee(Update update, Preset preset) {
        return update.next().isPresent()
                && preset.periodAt(update.attestedSlot()) == preset.periodAt(update.signatureSlot());
    }

    /// The finalised header lies in the attested header's period.
    static boolean hasCommitteeFinality(Update update, Preset preset) {
        return preset.periodAt(update.finalizedSlot()) == preset.periodAt(update.attestedSlot());
    }
}
