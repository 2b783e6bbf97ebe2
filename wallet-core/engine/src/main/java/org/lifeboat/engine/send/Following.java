package org.lifeboat.engine.send;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.crypto.TransactionSender;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.ReceiptProof;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.anchor.Payments;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.ActivityStore;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.Hash32;

/// What became of a transaction: asks the chain what is true now and saves it. Never trusts the stored
/// status; goes back as easily as forward. Safe to call at any time, any number of times.
public final class Following {
    /// Nodes pass transactions on within seconds. Not a rule of any specification: after it the user may hand one over
    /// again, which does no harm.
    private static final Duration PASSED_ON = Duration.ofSeconds(20);

    private final ActivityStore activity;
    private final InstantSource clock;
    private final TransactionSender senders;
    private final BiConsumer<OwnTransaction, ReceiptProof> keep;

    /// With this computer's own cryptography. Receipts of an L1 are kept, to rise when their block is final.
    public Following(Storage storage, InstantSource clock) {
        this(
                storage.activity(),
                clock,
                new TransactionSender(Secp256k1.preferred()),
                (own, proof) -> Payments.keep(storage, own, proof));
    }

    /// Keeps no receipts.
    public Following(ActivityStore activity, InstantSource clock) {
        this(activity, clock, new TransactionSender(Secp256k1.preferred()), (_, _) -> {});
    }

    private Following(
            ActivityStore activity,
            InstantSource clock,
            TransactionSender senders,
            BiConsumer<OwnTransaction, ReceiptProof> keep) {
        this.activity = activity;
        this.clock = clock;
        this.senders = senders;
        this.keep = keep;
    }

    /// @param transaction with its new status, saved
    /// @param answered whether any source told something; if not, the status is the old one
    /// @param confirmations blocks from its own to the newest, both counted; 0 while it is in none
    /// @param proven whether the outcome is bound by the block's receipts root; if not, it is one source's
    /// word
    /// @param lackedBy sources that do not know it though another has had it for a while; see [Pending]
    public record Look(
            OwnTransaction transaction,
            boolean answered,
            long confirmations,
            boolean proven,
            List<SourceId> lackedBy,
            List<Disagreement> disagreements,
            List<Note> notes) {
        public Look {
            lackedBy = List.copyOf(lackedBy);
            disagreements = List.copyOf(disagreements);
            notes = List.copyOf(notes);
        }

        public Pending pending() {
            return new Pending(transaction, lackedBy);
        }
    }

    /// @param patience for each source
    public Look look(OwnTransaction own, Network network, List<Source> sources, Duration patience) {
        List<Disagreement> disagreements = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        List<SourceId> lacking = new ArrayList<>();
        Optional<Sighting.Seen> best = Optional.empty();
        for (Source source : sources) {
            if (source.health().setAside() || best.filter(Following::inBlock).isPresent()) {
                continue;
            }
            Sight sight = new Sight(own, rivals(own), network, source, senders, clock.instant(), Deadline.in(patience));
            switch (sight.look()) {
                case Sighting.Seen seen -> {
                    best = Optional.of(better(best, seen));
                    if (seen.what() instanceof Status.Sighting.Unknown) {
                        lacking.add(source.id());
                    }
                }
                case Sighting.Lied(Contradiction contradiction) -> {
                    source.refuted(contradiction.refutation());
                    disagreements.add(new Disagreement(source.id(), contradiction));
                }
                case Sighting.Silent(Note reason) -> notes.add(reason);
            }
        }
        if (best.isEmpty()) {
            return new Look(own, false, 0, false, List.of(), disagreements, notes);
        }
        OwnTransaction updated = update(own, best.get());
        if (network.layer() instanceof Network.Layer.L1) {
            best.get().proof().ifPresent(proof -> keep.accept(own, proof));
        }
        return new Look(
                updated,
                true,
                best.get().confirmations(),
                best.get().proven(),
                isPassedOnByNow(updated) ? lacking : List.of(),
                disagreements,
                notes);
    }

    /// A clock that was set back says nothing about how long somebody has had it.
    private boolean isPassedOnByNow(OwnTransaction own) {
        return own.status() instanceof Status.Sent(Instant at)
                && Duration.between(at, clock.instant()).abs().compareTo(PASSED_ON) >= 0;
    }

    private OwnTransaction update(OwnTransaction own, Sighting.Seen seen) {
        Status status = own.status().after(seen.what());
        boolean changed = !status.equals(own.status()) || !seen.paid().equals(own.feePaid());
        if (!changed) {
            return own;
        }
        Instant now = clock.instant();
        OwnTransaction updated = own.with(status, now).withFeePaid(seen.paid());
        activity.put(updated);
        return updated;
    }

    private List<Hash32> rivals(OwnTransaction own) {
        return activity.withNonce(own.chain(), own.account(), own.nonce()).stream()
                .map(OwnTransaction::hash)
                .filter(hash -> !hash.equals(own.hash()))
                .toList();
    }

    private static boolean inBlock(Sighting.Seen seen) {
        return seen.what() instanceof Status.Sighting.InBlock;
    }

    private static Sighting.Seen better(Optional<Sighting.Seen> old, Sighting.Seen seen) {
        return old.filter(before -> rank(before.what()) >= rank(seen.what())).orElse(seen);
    }

    /// Who says that a nonce is used up, and cannot show by what, may have made up the block that it is proven in: a
    /// transaction that another source would still take is not given up for that.
    private static int rank(Status.Sighting what) {
        return switch (what) {
            case Status.Sighting.InBlock _ -> 4;
            case Status.Sighting.Waiting _, Status.Sighting.TakenBySource _ -> 3;
            case Status.Sighting.NonceTaken(Optional<Hash32> by) -> by.isPresent() ? 2 : 0;
            case Status.Sighting.Unknown _ -> 1;
        };
    }
}
