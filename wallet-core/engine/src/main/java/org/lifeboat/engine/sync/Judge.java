package org.lifeboat.engine.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.LightClientHeader;
import org.lifeboat.lightclient.Update;
import org.lifeboat.lightclient.Verdict;
import org.lifeboat.primitives.ssz.SszException;

/// Says what a message tells about its sender: a lie sets it aside; being late, silent or newer than this
/// program does not.
final class Judge {
    /// From so many epochs behind the clock a head is remarked on.
    private static final int EPOCHS_BEHIND = 2;

    private final Light light;
    private final BeaconNetwork network;
    private final long currentSlot;
    private final List<Finding> findings = new ArrayList<>();
    private boolean unknownFork;

    Judge(Light light, BeaconNetwork network, long currentSlot) {
        this.light = light;
        this.network = network;
        this.currentSlot = currentSlot;
    }

    List<Finding> findings() {
        return findings;
    }

    boolean unknownFork() {
        return unknownFork;
    }

    /// @param what was asked for, for the finding
    <T> Optional<Versioned.Known<T>> message(BeaconSource source, Reply<Versioned<T>> reply, String what) {
        return switch (reply) {
            case Reply.Got<Versioned<T>>(Versioned<T> versioned) -> known(source, versioned);
            case Reply.Refused<Versioned<T>> _ -> {
                add(source, Finding.Kind.NOT_OFFERED, what);
                yield Optional.empty();
            }
            case Reply.Failed<Versioned<T>> failed -> {
                add(source, Finding.Kind.FAILED, failed.problem());
                yield Optional.empty();
            }
        };
    }

    <T> List<T> list(BeaconSource source, Reply<List<T>> reply) {
        return switch (reply) {
            case Reply.Got<List<T>>(List<T> list) -> list;
            case Reply.Refused<List<T>> _ -> {
                add(source, Finding.Kind.NOT_OFFERED, "updates");
                yield List.of();
            }
            case Reply.Failed<List<T>> failed -> {
                add(source, Finding.Kind.FAILED, failed.problem());
                yield List.of();
            }
        };
    }

    <T> Optional<Versioned.Known<T>> known(BeaconSource source, Versioned<T> versioned) {
        return switch (versioned) {
            case Versioned.Known<T> known -> Optional.of(known);
            case Versioned.UnknownFork<T>(String name) -> {
                unknownFork = true;
                add(source, Finding.Kind.UNKNOWN_FORK, name);
                yield Optional.empty();
            }
        };
    }

    void misshapen(BeaconSource source, SszException e) {
        add(source, Finding.Kind.FAILED, "the message is not of its fork's shape: " + e.reason());
    }

    /// For a bootstrap.
    void verdict(BeaconSource source, Verdict verdict) {
        switch (verdict) {
            case Verdict.Accepted _ -> {}
            case Verdict.Refused(Verdict.Reason reason) -> lied(source, reason);
            case Verdict.UpdateNeeded(long slot) -> {
                unknownFork = true;
                add(source, Finding.Kind.UNKNOWN_FORK, "slot " + slot);
            }
        }
    }

    /// For an update that was not accepted.
    void verdict(BeaconSource source, Update update, Verdict verdict) {
        if (!(verdict instanceof Verdict.Refused(Verdict.Reason reason))) {
            verdict(source, verdict);
            return;
        }
        switch (reason) {
            // Nothing false in it: it is late, or we are.
            case NOTHING_NEW, PERIOD_SKIPPED -> {}
            case FROM_THE_FUTURE -> future(source, update);
            case OTHER_CHECKPOINT,
                    HEADER_BROKEN,
                    NO_PARTICIPANTS,
                    SLOTS_OUT_OF_ORDER,
                    FINALITY_NOT_PROVEN,
                    COMMITTEE_NOT_PROVEN,
                    SIGNATURE_WRONG -> lied(source, reason);
        }
    }

    /// A block beyond the clock is a lie unless the committee did sign it: then it is the clock that is slow.
    /// Either way it is not taken.
    private void future(BeaconSource source, Update update) {
        if (light.check(update, update.signatureSlot()) instanceof Verdict.Accepted) {
            long seconds = (update.signatureSlot() - currentSlot) * network.secondsPerSlot();
            add(source, Finding.Kind.AHEAD_OF_CLOCK, seconds);
        } else {
            lied(source, Verdict.Reason.FROM_THE_FUTURE);
        }
    }

    private void lied(BeaconSource source, Verdict.Reason reason) {
        source.refuted(new Refutation("LIGHT_CLIENT", source.id().shown(), "a signed header", reason.name()));
        add(source, Finding.Kind.LIED, reason);
    }

    void signatures(BeaconSource source, Update update) {
        if (!update.aggregate().hasSupermajority()) {
            add(
                    source,
                    Finding.Kind.TOO_FEW_SIGNATURES,
                    update.aggregate().participants(),
                    update.aggregate().members());
        }
    }

    void lag(BeaconSource source, Update update) {
        long behind = currentSlot - update.attested().beacon().slot();
        if (behind > (long) EPOCHS_BEHIND * network.preset().slotsPerEpoch()) {
            add(source, Finding.Kind.BEHIND, behind);
        }
    }

    /// A newer head whose state holds an older block as final. Nothing moves back for it.
    void backwards(BeaconSource source, Update update) {
        long known = light.store().orElseThrow().finalized().beacon().slot();
        long said = update.finality()
                .flatMap(Update.Finality::header)
                .map(header -> header.beacon().slot())
                .orElse(0L);
        boolean newer = update.attested().beacon().slot()
                >= light.store().get().optimistic().beacon().slot();
        if (newer && said < known) {
            add(source, Finding.Kind.FINALITY_BACKWARDS, said, known);
        }
    }

    void equivocation(BeaconSource source, LightClientHeader header, BeaconSource other) {
        add(
                source,
                Finding.Kind.EQUIVOCATION,
                header.beacon().slot(),
                header.beacon().root(),
                other.id().shown());
    }

    void conflict(BeaconSource source, Update update) {
        LightClientHeader header =
                update.finality().flatMap(Update.Finality::header).orElseThrow();
        add(
                source,
                Finding.Kind.FINALITY_CONFLICT,
                header.beacon().slot(),
                header.beacon().root());
    }

    private void add(BeaconSource source, Finding.Kind kind, Object... arguments) {
        Finding finding = Finding.of(source, kind, arguments);
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }
}
