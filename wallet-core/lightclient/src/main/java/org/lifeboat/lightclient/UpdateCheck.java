package org.lifeboat.lightclient;

import java.util.Optional;
import org.lifeboat.crypto.committee.CommitteeSignature;
import org.lifeboat.lightclient.Verdict.Reason;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszTree;

/// `validate_light_client_update`: every check that an update must pass before it may change anything.
/// The dear check, the signature, comes last.
record UpdateCheck(BeaconNetwork network, Store store, Update update, SszTree tree) {

    Optional<Reason> refusal(long currentSlot) {
        return slots(currentSlot)
                .or(this::headers)
                .or(this::finality)
                .or(this::nextCommittee)
                .or(this::signature);
    }

    private Optional<Reason> slots(long currentSlot) {
        if (update.aggregate().participants() < 1) {
            return Optional.of(Reason.NO_PARTICIPANTS);
        }
        if (update.signatureSlot() <= update.attestedSlot() || update.attestedSlot() < update.finalizedSlot()) {
            return Optional.of(Reason.SLOTS_OUT_OF_ORDER);
        }
        if (currentSlot < update.signatureSlot()) {
            return Optional.of(Reason.FROM_THE_FUTURE);
        }
        long ahead = signaturePeriod() - storePeriod();
        if (ahead < 0) {
            return Optional.of(Reason.NOTHING_NEW);
        }
        if (ahead > (store.next().isPresent() ? 1 : 0)) {
            return Optional.of(Reason.PERIOD_SKIPPED);
        }
        boolean bringsNext = store.next().isEmpty()
                && update.next().isPresent()
                && network.preset().periodAt(update.attestedSlot()) == storePeriod();
        return update.attestedSlot() > store.finalizedSlot() || bringsNext
                ? Optional.empty()
                : Optional.of(Reason.NOTHING_NEW);
    }

    private Optional<Reason> headers() {
        return isValid(update.attested()) ? Optional.empty() : Optional.of(Reason.HEADER_BROKEN);
    }

    private Optional<Reason> finality() {
        if (update.finality().isEmpty()) {
            return Optional.empty();
        }
        Update.Finality finality = update.finality().get();
        // The genesis checkpoint stands in the state as a zero root; a header of slot 0 may not stand for it.
        if (finality.header().isPresent()
                && (finality.header().get().beacon().slot() == 0
                        || !isValid(finality.header().get()))) {
            return Optional.of(Reason.HEADER_BROKEN);
        }
        Hash32 root = finality.header().map(h -> h.beacon().root()).orElse(Hash32.ZERO);
        int gindex = attestedFork().finalizedRootGindex();
        return tree.proves(root, finality.branch(), gindex, attestedStateRoot())
                ? Optional.empty()
                : Optional.of(Reason.FINALITY_NOT_PROVEN);
    }

    private Optional<Reason> nextCommittee() {
        if (update.next().isEmpty()) {
            return Optional.empty();
        }
        Update.NextCommittee next = update.next().get();
        boolean samePeriod = network.preset().periodAt(update.attestedSlot()) == storePeriod();
        boolean differs =
                samePeriod && store.next().isPresent() && !store.next().get().equals(next.committee());
        int gindex = attestedFork().nextCommitteeGindex();
        return !differs && tree.proves(next.committee().root(tree), next.branch(), gindex, attestedStateRoot())
                ? Optional.empty()
                : Optional.of(Reason.COMMITTEE_NOT_PROVEN);
    }

    private Optional<Reason> signature() {
        Optional<SyncCommittee> committee =
                signaturePeriod() == storePeriod() ? Optional.of(store.current()) : store.next();
        Hash32 message =
                SigningDomain.signingRoot(tree, network, update.attested().beacon(), update.signatureSlot());
        boolean signed = committee.isPresent()
                && CommitteeSignature.verifies(
                        committee.get().keys(),
                        committee.get().aggregateKey(),
                        update.aggregate().bits(),
                        message,
                        update.aggregate().signature());
        return signed ? Optional.empty() : Optional.of(Reason.SIGNATURE_WRONG);
    }

    private boolean isValid(LightClientHeader header) {
        return network.forks()
                .at(network.preset().epochAt(header.beacon().slot()))
                .filter(fork -> header.isValid(tree, fork))
                .isPresent();
    }

    /// Present: [#headers] has refused a header of a slot before Altair.
    private Fork attestedFork() {
        return network.forks()
                .at(network.preset().epochAt(update.attestedSlot()))
                .orElseThrow();
    }

    private Hash32 attestedStateRoot() {
        return update.attested().beacon().stateRoot();
    }

    private long storePeriod() {
        return network.preset().periodAt(store.finalizedSlot());
    }

    private long signaturePeriod() {
        return network.preset().periodAt(update.signatureSlot());
    }
}
