package org.lifeboat.ui.exits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.claims.Head;
import org.lifeboat.engine.claims.HeadQuestion;
import org.lifeboat.engine.dispute.ContestStage;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.exit.ExitEvidence;
import org.lifeboat.engine.exit.ExitEvidenceFile;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitPlaces;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitSearch;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Leaving;
import org.lifeboat.engine.exit.ReadyBook;
import org.lifeboat.engine.exit.Worth;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.watch.ContestRounds;
import org.lifeboat.engine.watch.ContestWatch;
import org.lifeboat.engine.watch.ExitWatch;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.session.WayOut;
import org.lifeboat.ui.session.WaysOut;

/// The desk of a real profile.
public final class WalletExits implements ExitsDesk {
    /// For each source.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /// A list of withdrawals is asked for piece by piece.
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(5);

    /// Between two blocks. Source: superchain-registry, standard rollup configuration, `block_time`; where a chain's
    /// is shorter, less far back is looked.
    private static final Duration BLOCK_TIME = Duration.ofSeconds(2);

    /// Between two blocks of L1. Source: consensus-specs, phase0/beacon-chain.md, `SECONDS_PER_SLOT`.
    private static final Duration SLOT = Duration.ofSeconds(12);

    /// As far back as L1 is searched where the whole of the L2 is.
    private static final Duration YEAR = Duration.ofDays(365);

    private final Wallet wallet;
    private final Accounts accounts;
    private final Exits exits;
    private final ExitPlaces places;
    private final ExitWatch watch;
    private final Disputes disputes;
    private final ContestRounds rounds;

    public WalletExits(Wallet wallet) {
        this.wallet = wallet;
        this.accounts = new Accounts(wallet.storage());
        this.exits = new Exits(wallet.storage(), wallet.clock(), PATIENCE);
        this.watch = new ExitWatch(wallet.storage().settings());
        this.places = WaysOut.of(wallet);
        this.disputes = new Disputes(wallet.storage(), wallet.clock(), PATIENCE);
        this.rounds = new ContestRounds(wallet.storage(), wallet.networks(), places, wallet.clock(), PATIENCE);
    }

    @Override
    public Kept kept() {
        List<Account> own = accounts.visible();
        List<ExitsScreen.Layer> layers = places.leavable().stream()
                .map(network -> new ExitsScreen.Layer(network, own, new ExitsScreen.Reading.NotAsked()))
                .toList();
        List<Exits.Plan> plans = exits.all();
        Instant now = wallet.clock().instant();
        List<ExitsScreen.Missed> missed = watch.missed(plans, now).stream()
                .map(one -> new ExitsScreen.Missed(one.plan(), one.since(), one.fell()))
                .toList();
        return new Kept(
                layers,
                plans.stream()
                        .map(plan -> new ExitsScreen.Entry(
                                plan,
                                wallet.networks().find(plan.chain()),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                        .toList(),
                missed,
                plans.stream()
                        .collect(Collectors.toMap(Exits.Plan::id, plan -> ExitStep.signed(wallet.storage(), plan))),
                contests());
    }

    private List<ExitsScreen.Disputed> contests() {
        ContestWatch kept = new ContestWatch(wallet.storage().settings());
        List<ContestWatch.Missed> missed = rounds.missed();
        return disputes.all().stream()
                .filter(plan -> kept.stood(plan)
                        .filter(stood -> stood.stage().turn() == ContestStage.Turn.OVER)
                        .isEmpty())
                .map(plan -> new ExitsScreen.Disputed(
                        plan,
                        wallet.networks().find(plan.chain()),
                        Optional.empty(),
                        missed.stream()
                                .filter(one -> one.plan().id().equals(plan.id()))
                                .findFirst()))
                .toList();
    }

    private List<ContestRounds.Sight> contests(ExitPlace place) {
        rounds.followOwnRoots(place);
        List<ContestRounds.Sight> sights = contests().stream()
                .map(ExitsScreen.Disputed::plan)
                .filter(plan -> plan.chain().equals(place.l2().chain()))
                .map(plan -> rounds.look(plan, place))
                .toList();
        sights.forEach(rounds::remember);
        return sights;
    }

    @Override
    public Answer ask(ExitsScreen.Layer layer, List<Exits.Plan> asked) {
        return switch (WayOut.of(WaysOut.lately(wallet), layer.l2())) {
            case WayOut.Whole(ExitPlace place) -> whole(layer, asked, place);
            case WayOut.None(String key, String argument) ->
                new Answer(new ExitsScreen.Reading.None(key, List.of(argument)), Optional.empty(), Map.of());
        };
    }

    private Answer whole(ExitsScreen.Layer layer, List<Exits.Plan> asked, ExitPlace place) {
        Map<PlanStore.Id, ExitReport> reports = new HashMap<>();
        Map<PlanStore.Id, Worth> worth = new HashMap<>();
        ExitEvidence evidence = new ExitEvidence(wallet.storage().evidence());
        for (Exits.Plan plan : asked) {
            Exits.Look look = exits.look(plan, place);
            ExitReport report = ExitReport.of(look);
            evidence.worth(look).ifPresent(found -> worth.put(plan.id(), found));
            watch.remember(report, wallet.clock().instant());
            reports.put(plan.id(), report);
        }
        List<Address> addresses =
                layer.accounts().stream().map(Account::address).toList();
        ExitsScreen.Reading reading = switch (Leaving.read(exits, place, addresses, PATIENCE)) {
            case Leaving.Read read -> {
                Instant now = wallet.clock().instant();
                new ReadyBook(wallet.storage().settings()).keep(layer.l2().chain(), read, Optional.empty(), now);
                yield new ExitsScreen.Reading.Read(place.l1(), read, now);
            }
            case Leaving.Silent(String why) -> new ExitsScreen.Reading.Silent(why, Optional.empty());
        };
        return new Answer(reading, Optional.of(place.l1()), reports, worth, contests(place));
    }

    @Override
    public String evidence(Exits.Plan plan) {
        Exits.Plan now = exits.find(plan.id()).orElse(plan);
        return ExitEvidenceFile.write(wallet.storage(), now)
                .map(bytes -> new String(bytes.toArray(), StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("there is no withdrawal to write down"));
    }

    @Override
    public ExitsScreen.Remark take(Path file) {
        try {
            return switch (ExitEvidenceFile.read(Bytes.of(Files.readAllBytes(file)), wallet.storage(), exits)) {
                case ExitEvidenceFile.Read.Taken(Exits.Plan plan, boolean _, int proofs) ->
                    new ExitsScreen.Remark.Taken(plan.id().value(), proofs);
                case ExitEvidenceFile.Read.Refused(String why) -> notTaken("exits.evidence.refused", why);
                case ExitEvidenceFile.Read.NotMine(Address account) ->
                    notTaken("exits.evidence.notMine", account.toChecksum());
                case ExitEvidenceFile.Read.UpdateNeeded(String format) -> notTaken("exits.evidence.newer", format);
            };
        } catch (IOException unreadable) {
            return notTaken("exits.evidence.unreadable", file.toString());
        }
    }

    private static ExitsScreen.Remark notTaken(String key, String argument) {
        return new ExitsScreen.Remark.NotTaken(key, List.of(argument));
    }

    @Override
    public Optional<Integer> find(Network l2, Address account, Optional<Duration> back) {
        if (!(places.find(l2) instanceof ExitPlaces.Found.Whole(ExitPlace place))) {
            return Optional.empty();
        }
        Optional<Long> from = back.isEmpty() ? Optional.of(0L) : newest(place).map(head -> from(head, back.get()));
        Exits patient = new Exits(wallet.storage(), wallet.clock(), LONG_PATIENCE);
        // The L2's list is the fuller one; what it has is then not new to L1's.
        Optional<Integer> onL2 = from.flatMap(block -> patient.search(place).onL2(account, block))
                .map(List::size);
        long blocks = back.orElse(YEAR).dividedBy(SLOT);
        Optional<Integer> onL1 = patient.search(place).onL1(account, blocks).map(List::size);
        disputes.search(place).all(account, blocks); // they stand among the contests from now on
        return onL2.isEmpty() && onL1.isEmpty() ? Optional.empty() : Optional.of(onL2.orElse(0) + onL1.orElse(0));
    }

    @Override
    public ExitsScreen.Remark find(Network l2, Hash32 transaction) {
        if (!(places.find(l2) instanceof ExitPlaces.Found.Whole(ExitPlace place))) {
            return new ExitsScreen.Remark.NoList(l2.name());
        }
        List<Address> own =
                accounts.visible().stream().map(Account::address).distinct().toList();
        ExitSearch.Sent sent = exits.search(place).in(transaction, own);
        return sent instanceof ExitSearch.Sent.Own(List<Exits.Plan> fresh, int _) && !fresh.isEmpty()
                ? new ExitsScreen.Remark.Found(fresh.size(), l2.name())
                : new ExitsScreen.Remark.NothingNew(sent.messageKey(), l2.name());
    }

    private static long from(long head, Duration back) {
        return Math.max(0, head - back.dividedBy(BLOCK_TIME));
    }

    private Optional<Long> newest(ExitPlace place) {
        for (Source source : place.l2Sources()) {
            if (HeadQuestion.ask(
                            source, place.l2().chain(), BlockSelector.LATEST, Purpose.PREPARE_TRANSACTION, PATIENCE)
                    instanceof Head.Usable head) {
                return Optional.of(head.block().number());
            }
        }
        return Optional.empty();
    }
}
