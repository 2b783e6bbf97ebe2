package org.lifeboat.lightclient;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszTree;

/// The rules: from a checkpoint to the newest header that the sync committee signed. Pure.
///
/// Source: consensus-specs altair/light-client/sync-protocol.md with the changes of Capella to Gloas.
public final class LightClient {
    private final BeaconNetwork network;

    public LightClient(BeaconNetwork network) {
        this.network = network;
    }

    /// `initialize_light_client_store`.
    /// @param trusted the beacon block root that the user, the release or several operators vouch for
    public Verdict begin(Hash32 trusted, Bootstrap bootstrap) {
        SszTree tree = new SszTree();
        BeaconHeader beacon = bootstrap.header().beacon();
        Optional<Fork> fork = forkAt(beacon.slot());
        if (fork.isEmpty() || !bootstrap.header().isValid(tree, fork.get())) {
            return new Verdict.Refused(Verdict.Reason.HEADER_BROKEN);
        }
        if (!beacon.root().equals(trusted)) {
            return new Verdict.Refused(Verdict.Reason.OTHER_CHECKPOINT);
        }
        Hash32 committeeRoot = bootstrap.committee().root(tree);
        int gindex = fork.get().currentCommitteeGindex();
        if (!tree.proves(committeeRoot, bootstrap.committeeBranch(), gindex, beacon.stateRoot())) {
            return new Verdict.Refused(Verdict.Reason.COMMITTEE_NOT_PROVEN);
        }
        return new Verdict.Accepted(new Store(
                bootstrap.header(),
                bootstrap.committee(),
                Optional.empty(),
                bootstrap.header(),
                Optional.empty(),
                0,
                0));
    }

    /// `process_light_client_update`.
    /// @param currentSlot by the clock, as [BeaconNetwork#slotAt] counts
    public Verdict process(Store store, Update update, long currentSlot) {
        Optional<Verdict.Reason> refusal = new UpdateCheck(network, store, update, new SszTree()).refusal(currentSlot);
        return refusal.<Verdict>map(Verdict.Refused::new).orElseGet(() -> new Verdict.Accepted(take(store, update)));
    }

    /// `process_light_client_store_force_update`: moves on without finality after a whole period without any. It
    /// accepts what less than two thirds signed, so nothing in this program calls it unasked.
    /// @return the same store where the specification does not allow it (yet)
    public Store forceUpdate(Store store, long currentSlot) {
        // `UPDATE_TIMEOUT` = SLOTS_PER_EPOCH * EPOCHS_PER_SYNC_COMMITTEE_PERIOD
        if (store.bestValid().isEmpty()
                || currentSlot <= store.finalizedSlot() + network.preset().slotsPerPeriod()) {
            return store;
        }
        Update best = store.bestValid().get();
        if (best.finalizedSlot() <= store.finalizedSlot()) {
            Update.Finality attested = new Update.Finality(Optional.of(best.attested()), List.of());
            best = new Update(
                    best.attested(), best.next(), Optional.of(attested), best.aggregate(), best.signatureSlot());
        }
        return apply(store, best).withBestValid(Optional.empty());
    }

    private Store take(Store before, Update update) {
        Preset preset = network.preset();
        int participants = update.aggregate().participants();
        Store store = before;
        if (store.bestValid().isEmpty()
                || BetterUpdate.isBetter(update, store.bestValid().get(), preset)) {
            store = store.withBestValid(Optional.of(update));
        }
        store = store.withParticipants(participants);
        if (participants > store.safetyThreshold()
                && update.attestedSlot() > store.optimistic().beacon().slot()) {
            store = store.withOptimistic(update.attested());
        }
        boolean bringsFinalizedNext = store.next().isEmpty()
                && update.next().isPresent()
                && update.finality().isPresent()
                && BetterUpdate.hasCommitteeFinality(update, preset);
        if (update.aggregate().hasSupermajority()
                && (update.finalizedSlot() > store.finalizedSlot() || bringsFinalizedNext)) {
            store = apply(store, update).withBestValid(Optional.empty());
        }
        return store;
    }

    /// `apply_light_client_update`.
    private Store apply(Store before, Update update) {
        Preset preset = network.preset();
        long period = preset.periodAt(before.finalizedSlot());
        long finalizedPeriod = preset.periodAt(update.finalizedSlot());
        Optional<SyncCommittee> next = update.next().map(Update.NextCommittee::committee);
        Store store = before;
        if (store.next().isEmpty()) {
            if (finalizedPeriod != period) {
                // The specification asserts this; a valid update cannot get here without it.
                return before;
            }
            store = store.withNext(next);
        } else if (finalizedPeriod == period + 1) {
            store = store.advanced(store.next().get(), next);
        }
        Optional<LightClientHeader> finalized = update.finality().flatMap(Update.Finality::header);
        return finalized.isPresent() && finalized.get().beacon().slot() > store.finalizedSlot()
                ? store.withFinalized(finalized.get())
                : store;
    }

    private Optional<Fork> forkAt(long slot) {
        return network.forks().at(network.preset().epochAt(slot));
    }
}
