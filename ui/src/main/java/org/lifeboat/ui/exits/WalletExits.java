package org.lifeboat.ui.exits;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.claims.Head;
import org.lifeboat.engine.claims.HeadQuestion;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitPlaces;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Leaving;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.watch.ExitWatch;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.session.Wallet;
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

    /// As far back as L1 is searched where the whole of the layer 2 is.
    private static final Duration YEAR = Duration.ofDays(365);

    private final Wallet wallet;
    private final Accounts accounts;
    private final Exits exits;
    private final ExitPlaces places;
    private final ExitWatch watch;

    public WalletExits(Wallet wallet) {
        this.wallet = wallet;
        this.accounts = new Accounts(wallet.storage());
        this.exits = new Exits(wallet.storage(), wallet.clock(), PATIENCE);
        this.watch = new ExitWatch(wallet.storage().settings());
        this.places = WaysOut.of(wallet);
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
                .map(one -> new ExitsScreen.Missed(one.plan(), one.since()))
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
                missed);
    }

    @Override
    public Answer ask(ExitsScreen.Layer layer, List<Exits.Plan> asked) {
        return switch (places.find(layer.l2())) {
            case ExitPlaces.Found.Whole(ExitPlace place) -> whole(layer, asked, place);
            case ExitPlaces.Found.OtherStack() ->
                none("exits.none.stack", layer.l2().name());
            case ExitPlaces.Found.NoL1(ChainId l1) -> none("exits.none.l1", l1.toString());
            case ExitPlaces.Found.NoSource(Network l1) -> none("exits.none.source", l1.name());
            case ExitPlaces.Found.NoPortal() ->
                none("exits.none.portal", layer.l2().name());
        };
    }

    private static Answer none(String key, String argument) {
        return new Answer(new ExitsScreen.Reading.None(key, List.of(argument)), Optional.empty(), Map.of());
    }

    private Answer whole(ExitsScreen.Layer layer, List<Exits.Plan> asked, ExitPlace place) {
        Map<PlanStore.Id, ExitReport> reports = new HashMap<>();
        for (Exits.Plan plan : asked) {
            ExitReport report = ExitReport.of(exits.look(plan, place));
            watch.remember(report, wallet.clock().instant());
            reports.put(plan.id(), report);
        }
        List<Address> addresses =
                layer.accounts().stream().map(Account::address).toList();
        ExitsScreen.Reading reading = switch (Leaving.read(exits, place, addresses, PATIENCE)) {
            case Leaving.Read read ->
                new ExitsScreen.Reading.Read(place.l1(), read, wallet.clock().instant());
            case Leaving.Silent(String why) -> new ExitsScreen.Reading.Silent(why, Optional.empty());
        };
        return new Answer(reading, Optional.of(place.l1()), reports);
    }

    @Override
    public Optional<Integer> find(Network l2, Address account, Optional<Duration> back) {
        if (!(places.find(l2) instanceof ExitPlaces.Found.Whole(ExitPlace place))) {
            return Optional.empty();
        }
        Optional<Long> from = back.isEmpty() ? Optional.of(0L) : newest(place).map(head -> from(head, back.get()));
        Exits patient = new Exits(wallet.storage(), wallet.clock(), LONG_PATIENCE);
        // The layer 2's list is the fuller one; what it has is then not new to L1's.
        Optional<Integer> onL2 =
                from.flatMap(block -> patient.findAgain(account, place, block)).map(List::size);
        long blocks = back.orElse(YEAR).dividedBy(SLOT);
        Optional<Integer> onL1 = patient.findOnL1(account, place, blocks).map(List::size);
        return onL2.isEmpty() && onL1.isEmpty() ? Optional.empty() : Optional.of(onL2.orElse(0) + onL1.orElse(0));
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
