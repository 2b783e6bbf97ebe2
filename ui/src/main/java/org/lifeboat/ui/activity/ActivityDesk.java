package org.lifeboat.ui.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.activity.Activity;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.anchor.Payments;
import org.lifeboat.engine.anchor.Trials;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.diagnosis.Climbs;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Following;
import org.lifeboat.engine.send.Submission;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.activity.TransactionScreen.Doing;
import org.lifeboat.ui.activity.TransactionScreen.Remark;
import org.lifeboat.ui.evidence.EvidenceChain;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.session.WayOut;
import org.lifeboat.ui.states.Condition;

/// What the page of activity asks of the engine. Blocks: never on the screen's thread.
final class ActivityDesk {
    /// For one source that is asked what became of a transaction, or is handed one.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Wallet wallet;
    private final Storage storage;
    private final Following following;
    private final Submission submission;

    ActivityDesk(Wallet wallet) {
        this.wallet = wallet;
        this.storage = wallet.storage();
        this.following = new Following(storage, wallet.clock());
        this.submission = new Submission(storage.activity(), wallet.clock());
    }

    /// @param changed those whose status is another than before
    /// @param names to name them with
    /// @param asked whether anybody was asked
    /// @param heard when somebody answered; empty where nobody did
    record Followed(
            List<OwnTransaction> changed,
            List<Condition> conditions,
            ActivityScreen.Around names,
            boolean asked,
            Optional<Instant> heard) {
        Followed {
            changed = List.copyOf(changed);
            conditions = List.copyOf(conditions);
        }
    }

    /// Which are asked about.
    enum Which {
        /// Also those that nobody knows of, as far as is known, and those that a reorganisation may have undone.
        ALL,
        /// Those that a source has taken.
        ON_THEIR_WAY
    }

    /// Asks about transactions, where there is somebody to ask.
    Followed follow(Which which) {
        List<OwnTransaction> changed = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        Set<ChainId> asked = new HashSet<>();
        Set<ChainId> answered = new HashSet<>();
        for (OwnTransaction own : open(which)) {
            Optional<Network> network = wallet.networks().find(own.chain());
            List<Source> sources = network.isPresent() ? wallet.sources(own.chain()) : List.of();
            if (sources.isEmpty()) {
                continue;
            }
            asked.add(own.chain());
            Following.Look look = following.look(own, network.get(), sources, PATIENCE);
            look.disagreements().forEach(each -> conditions.add(disagrees(each, network.get())));
            if (look.answered()) {
                answered.add(own.chain());
            }
            if (!look.transaction().equals(own)) {
                changed.add(look.transaction());
            }
        }
        if (!asked.isEmpty() && answered.isEmpty()) {
            conditions.add(new Condition.Offline());
        } else if (answered.size() < asked.size()) {
            conditions.add(new Condition.Partial(answered.size(), asked.size(), Condition.Of.PAYMENTS));
        }
        Optional<Instant> heard = answered.isEmpty()
                ? Optional.empty()
                : Optional.of(wallet.clock().instant());
        return new Followed(changed, conditions.stream().distinct().toList(), names(), !asked.isEmpty(), heard);
    }

    private List<OwnTransaction> open(Which which) {
        return switch (which) {
            case ALL -> new Activity(storage).open(wallet.clock().instant());
            case ON_THEIR_WAY ->
                storage.activity().unsettled().stream()
                        .filter(own -> own.status() instanceof Status.Sent)
                        .toList();
        };
    }

    /// The names of today, for whatever stands in the rows.
    ActivityScreen.Around names() {
        Map<Address, String> names = new HashMap<>();
        storage.contacts().all().forEach(contact -> names.put(contact.address(), contact.name()));
        List<Account> accounts = storage.accounts().all();
        accounts.stream()
                .filter(account -> !account.label().isBlank())
                .forEach(account -> names.put(account.address(), account.label()));
        return new ActivityScreen.Around(
                wallet.networks().all().stream().collect(Collectors.toMap(Network::chain, Function.identity())),
                names,
                accounts);
    }

    private static Condition disagrees(Disagreement caught, Network network) {
        return new Condition.Disagrees(
                caught.source().shown(), Optional.of(new Condition.Said(caught.contradiction(), network.coinSymbol())));
    }

    /// The transaction as the records have it, and its rivals for the same number.
    TransactionScreen open(OwnTransaction transaction) {
        OwnTransaction now =
                storage.activity().find(transaction.chain(), transaction.hash()).orElse(transaction);
        List<OwnTransaction> rivals = storage.activity().withNonce(now.chain(), now.account(), now.nonce()).stream()
                .filter(other -> !other.hash().equals(now.hash()))
                .toList();
        return new TransactionScreen(
                now,
                rivals,
                new Activity(storage).heldUpBy(now),
                Optional.empty(),
                Doing.NOTHING,
                new Remark.None(),
                vouched(now));
    }

    /// How far L1 vouches for it, as far as the disk knows.
    private TransactionScreen.Vouched vouched(OwnTransaction own) {
        boolean onL1 = wallet.networks()
                .find(own.chain())
                .filter(network -> network.layer() instanceof Network.Layer.L1)
                .isPresent();
        boolean inBlock = own.status() instanceof Status.Mined || own.status() instanceof Status.Reverted;
        return onL1
                ? new TransactionScreen.Vouched(
                        inBlock ? Optional.of(new Payments(storage).of(own)) : Optional.empty(),
                        new Trials(storage).of(own),
                        Optional.empty())
                : new TransactionScreen.Vouched(
                        Optional.empty(),
                        Optional.empty(),
                        new Climbs(storage.settings()).find(own.chain(), own.hash()));
    }

    /// The chain from the checkpoint down to how it ended, or to what trying it out had shown; checked anew.
    Optional<EvidenceChain> chain(OwnTransaction own, EvidenceChain.Of of) {
        return of == EvidenceChain.Of.TRIAL ? EvidenceChain.ofTrial(wallet, own) : EvidenceChain.ofPayment(wallet, own);
    }

    TransactionScreen look(TransactionScreen before) {
        OwnTransaction own = before.transaction();
        Optional<Network> network = wallet.networks().find(own.chain());
        List<Source> sources = wallet.sources(own.chain());
        if (network.isEmpty() || sources.isEmpty()) {
            return before.after(own, Optional.empty(), new Remark.NoSource());
        }
        Following.Look look = following.look(own, network.get(), sources, PATIENCE);
        wallet.vouching().take(network.get());
        Remark remark = look.answered() ? new Remark.Looked() : new Remark.NotAnswered();
        return before.after(look.transaction(), Optional.of(look), remark).with(vouched(look.transaction()));
    }

    /// A bond is put into no other game than the one that was agreed to.
    private Disputes.Aim aim(OwnTransaction own) {
        Disputes disputes = new Disputes(storage, wallet.clock(), PATIENCE);
        return disputes.movesOn(own)
                .map(l2 -> WayOut.of(wallet, l2) instanceof WayOut.Whole(ExitPlace place)
                        ? disputes.aim(own, place)
                        : Disputes.Aim.UNREAD)
                .orElse(Disputes.Aim.RIGHT);
    }

    TransactionScreen resend(TransactionScreen before) {
        OwnTransaction own = before.transaction();
        List<Source> sources = wallet.sources(own.chain());
        if (sources.isEmpty()) {
            return before.after(own, Optional.empty(), new Remark.NoSource());
        }
        Disputes.Aim aim = aim(own);
        if (aim != Disputes.Aim.RIGHT) {
            return before.after(
                    own, Optional.empty(), aim == Disputes.Aim.ASTRAY ? new Remark.Astray() : new Remark.NotAnswered());
        }
        return switch (submission.resend(own, sources, Submission.Audience.ALL, PATIENCE)) {
            case Submission.Result.Sent(OwnTransaction sent, var takenBy, var _, var lies) -> {
                yield before.after(sent, Optional.empty(), new Remark.Taken(takenBy));
            }
            case Submission.Result.NotTaken(OwnTransaction kept, var refusals, var lies) -> {
                yield before.after(kept, Optional.empty(), new Remark.NotTaken(refusals));
            }
            case Submission.Result.NotThisDraft() -> throw new IllegalStateException("nothing was signed anew");
        };
    }
}
