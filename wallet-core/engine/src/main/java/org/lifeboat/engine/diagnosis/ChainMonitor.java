package org.lifeboat.engine.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.exit.BridgeLook;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.RootRhythm;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.OwnCoins;
import org.lifeboat.engine.storage.SettingStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.trie.AccountState;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.Operators;

/// Looks at chains of the OP Stack round by round: one request to each L1 for all of its chains, one to each chain.
/// The bridge itself is read again only when its contracts' storage has changed, which the same request proves.
/// Rounds one after the other; what [#remember] is given lasts, also in the profile.
public final class ChainMonitor {
    private static final String SETTING = "watch.track.";

    /// How many blocks that were named earlier are asked for again with each look.
    private static final int AGAIN = 6;

    /// Who works for a chain is read anew after so many rounds, whatever changed.
    private static final long ROUNDS = 50;

    private static final long TURN_SECONDS = 7;

    private final SettingStore settings;
    private final InstantSource clock;
    private final Duration patience;
    private final BridgeLook bridges;
    private final Map<ChainId, Known> known;
    private final Map<ChainId, ChainSigns.OfBridge> bridgeOf;
    private final Memory memory;

    /// With nothing in mind yet.
    /// @param patience for one question to one source
    public ChainMonitor(SettingStore settings, InstantSource clock, Duration patience) {
        this(new Memory(), settings, clock, patience);
    }

    /// @param memory of an earlier one in this process, over the same profile
    public ChainMonitor(Memory memory, SettingStore settings, InstantSource clock, Duration patience) {
        this.memory = memory;
        this.bridges = memory.bridges.keeping(new OwnCoins(settings));
        this.known = memory.known;
        this.bridgeOf = memory.bridgeOf;
        this.settings = settings;
        this.clock = clock;
        this.patience = patience;
    }

    /// What spares questions and is not worth keeping beyond this process. Outlives a profile that is closed between
    /// two rounds.
    public static final class Memory {
        private final BridgeLook bridges = new BridgeLook();
        private final Map<ChainId, Known> known = new ConcurrentHashMap<>();
        private final Map<ChainId, ChainSigns.OfBridge> bridgeOf = new ConcurrentHashMap<>();
        private final Map<ChainId, Instant> powersLooked = new ConcurrentHashMap<>();
        private final Map<ChainId, Long> earlierDue = new ConcurrentHashMap<>();
        private long round;

        /// When it was looked last who can change each bridge.
        public Map<ChainId, Instant> powersLooked() {
            return powersLooked;
        }
    }

    /// A chain to look at.
    /// @param window its sequencing window. Unit: L1 blocks
    /// @param asked numbers of blocks whose fate is wanted beside: those of own payments
    public record Place(ExitPlace chains, long window, List<Long> asked) {
        public Place {
            asked = List.copyOf(asked);
        }

        public ChainId chain() {
            return chains.l2().chain();
        }
    }

    /// What came of a look.
    /// @param before what was remembered
    /// @param now what is remembered from here on
    /// @param l2 what the servers of the L2 said this time
    public record Seen(
            Place place,
            Optional<ChainTrack> before,
            ChainTrack now,
            Diagnosis diagnosis,
            List<ChainSigns.OfL2> l2,
            List<Disagreement> disagreements) {
        public Seen {
            l2 = List.copyOf(l2);
            disagreements = List.copyOf(disagreements);
        }

        /// Blocks of which L1 made others, found out by this look.
        public List<ChainTrack.Replaced> newlyReplaced() {
            List<ChainTrack.Replaced> told = before.map(ChainTrack::replaced).orElse(List.of());
            return now.replaced().stream().filter(one -> !told.contains(one)).toList();
        }
    }

    /// What a bridge's contracts are, and the storage under which they were read.
    private record Known(Operators operators, Set<Address> contracts, Map<Address, Hash32> storage, long round) {}

    /// What is remembered of a chain. Asks nobody.
    public Optional<ChainTrack> remembered(ChainId chain) {
        return settings.find(SETTING + chain).flatMap(TrackJson::read);
    }

    /// Looks at each. Blocks.
    /// @throws InterruptedException if the caller was interrupted
    public List<Seen> round(List<Place> places) throws InterruptedException {
        memory.round++;
        Map<ChainId, L1Glance.Seen> l1 = new HashMap<>();
        List<Disagreement> lies = new ArrayList<>();
        for (Map.Entry<Network, List<Place>> one : byL1(places).entrySet()) {
            L1Glance glance = new L1Glance(patience);
            ExitPlace any = one.getValue().getFirst().chains().asOf(clock.instant());
            glance.look(any.l1Sources(), any.signed(), accounts(one.getValue()))
                    .ifPresent(seen -> l1.put(one.getKey().chain(), seen));
            lies.addAll(glance.disagreements());
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Seen>> looks = places.stream()
                    .<Callable<Seen>>map(place -> () -> look(
                            place,
                            Optional.ofNullable(l1.get(place.chains().l1().chain())),
                            lies))
                    .toList();
            List<Seen> all = new ArrayList<>();
            for (Future<Seen> look : threads.invokeAll(looks)) {
                all.add(look.resultNow());
            }
            return all;
        }
    }

    /// Keeps what was seen. To be called once it has been said.
    public void remember(Seen seen) {
        settings.put(SETTING + seen.place().chain(), TrackJson.write(seen.now()));
    }

    private static Map<Network, List<Place>> byL1(List<Place> places) {
        Map<Network, List<Place>> groups = new LinkedHashMap<>();
        places.forEach(place -> groups.computeIfAbsent(place.chains().l1(), _ -> new ArrayList<>())
                .add(place));
        return groups;
    }

    private List<Address> accounts(List<Place> places) {
        Set<Address> all = new LinkedHashSet<>();
        for (Place place : places) {
            Optional.ofNullable(known.get(place.chain())).ifPresent(one -> {
                one.operators().batcher().ifPresent(all::add);
                all.addAll(one.contracts());
            });
        }
        return List.copyOf(all);
    }

    private Seen look(Place place, Optional<L1Glance.Seen> shared, List<Disagreement> lies) {
        Optional<ChainTrack> before = remembered(place.chain()).map(track -> withBridge(track, place.chain()));
        ChainTrack track = before.orElseGet(() -> ChainTrack.begin(clock.instant()));
        List<Disagreement> disagreements = new ArrayList<>(lies);
        Optional<ChainSigns.OfBridge> bridge = stale(place, shared) ? bridge(place) : Optional.empty();
        L1Glance glance = new L1Glance(patience);
        Optional<L1Glance.Seen> l1 = shared.filter(seen -> batcher(place)
                        .filter(account -> !seen.accounts().containsKey(account))
                        .isEmpty())
                .or(() -> alone(glance, place));
        rememberStorage(place, shared);
        L2Glance servers = new L2Glance(patience);
        List<Long> again = Stream.of(
                        track.questions(AGAIN).stream(),
                        place.asked().stream(),
                        compared(place, bridge.or(track::bridge)))
                .flatMap(numbers -> numbers)
                .distinct()
                .toList();
        List<ChainSigns.OfL2> l2 = servers.look(place.chain(), place.chains().l2Sources(), turn(), again).stream()
                .toList();
        disagreements.addAll(glance.disagreements());
        disagreements.addAll(servers.disagreements());
        Instant now = clock.instant();
        ChainTrack after = track.after(new ChainSigns(now, l1.map(seen -> ofL1(seen, place)), l2, bridge));
        after = withEarlier(glance, place, l1, after);
        bridge.ifPresent(read -> bridgeOf.put(place.chain(), read));
        return new Seen(place, before, after, Diagnosis.of(after, place.window(), now), l2, disagreements);
    }

    /// The blocks of which roots speak that may cover what is asked for.
    private static Stream<Long> compared(Place place, Optional<ChainSigns.OfBridge> bridge) {
        long lowest = place.asked().stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
        return bridge.map(ChainSigns.OfBridge::posted).orElse(List.of()).stream()
                .map(ChainSigns.Posted::block)
                .filter(block -> block >= lowest);
    }

    /// What was read of the bridge is remembered here and not in the profile.
    private ChainTrack withBridge(ChainTrack track, ChainId chain) {
        return Optional.ofNullable(bridgeOf.get(chain)).map(track::with).orElse(track);
    }

    private Optional<Address> batcher(Place place) {
        return Optional.ofNullable(known.get(place.chain()))
                .flatMap(one -> one.operators().batcher());
    }

    /// The first look at a chain finds out whom to ask about only after the request for all was made.
    private Optional<L1Glance.Seen> alone(L1Glance glance, Place place) {
        ExitPlace chains = place.chains().asOf(clock.instant());
        return glance.look(chains.l1Sources(), chains.signed(), accounts(List.of(place)));
    }

    /// Whose turn it is among a chain's servers. Also by the clock: a program that looks once would always ask the
    /// same.
    private long turn() {
        return memory.round + clock.instant().getEpochSecond() / TURN_SECONDS;
    }

    private static Optional<Long> count(L1Glance.Seen seen, Optional<Address> batcher) {
        return batcher.flatMap(account -> Optional.ofNullable(seen.accounts().get(account)))
                .map(state -> state.nonce().value());
    }

    private ChainSigns.OfL1 ofL1(L1Glance.Seen seen, Place place) {
        return new ChainSigns.OfL1(seen.header().ref(), count(seen, batcher(place)), seen.assurance());
    }

    /// Whether data come at all is asked of earlier blocks where there was no look before; of a batcher that
    /// is quiet not in each round.
    private ChainTrack withEarlier(L1Glance glance, Place place, Optional<L1Glance.Seen> l1, ChainTrack track) {
        if (track.batches().map(Rhythm::moves).orElse(true) || l1.isEmpty()) {
            return track;
        }
        if (memory.round < memory.earlierDue.getOrDefault(place.chain(), 0L)) {
            return track;
        }
        memory.earlierDue.put(place.chain(), memory.round + ROUNDS);
        return batcher(place)
                .flatMap(account -> glance.earlier(l1.get(), account))
                .map(earlier -> track.since(earlier.block(), earlier.nonce()))
                .orElse(track);
    }

    /// Whether the bridge may stand otherwise than when it was read last.
    private boolean stale(Place place, Optional<L1Glance.Seen> l1) {
        Optional<Known> last = Optional.ofNullable(known.get(place.chain()));
        if (last.isEmpty()
                || last.get().storage().size() < last.get().contracts().size()
                || memory.round - last.get().round() >= ROUNDS) {
            return true;
        }
        return l1.filter(seen ->
                        !storage(seen, last.get().contracts()).equals(last.get().storage()))
                .isPresent();
    }

    private static Map<Address, Hash32> storage(L1Glance.Seen seen, Set<Address> contracts) {
        Map<Address, Hash32> storage = new HashMap<>();
        for (Address contract : contracts) {
            Optional.ofNullable(seen.accounts().get(contract))
                    .map(AccountState::storageRoot)
                    .ifPresent(root -> storage.put(contract, root));
        }
        return storage;
    }

    /// As it was before the bridge was read: what changes while it is read is seen by the next round.
    private void rememberStorage(Place place, Optional<L1Glance.Seen> before) {
        before.ifPresent(seen -> known.computeIfPresent(
                place.chain(),
                (_, one) -> new Known(one.operators(), one.contracts(), storage(seen, one.contracts()), one.round())));
    }

    private record Read(Bridge bridge, Operators operators, List<Game> roots) {}

    private Optional<ChainSigns.OfBridge> bridge(Place place) {
        BridgeLook.Outcome<Read> outcome = bridges.ask(
                place.chains().asOf(clock.instant()),
                patience,
                (session, contracts) -> session.bridge(contracts)
                        .flatMap(bridge -> session.read(
                                contracts,
                                (pass, _) -> OpStack.newestGames(pass, bridge, RootRhythm.ROOTS)
                                        .map(roots -> new Read(bridge, OpStack.operators(pass, contracts), roots)))));
        if (!(outcome instanceof BridgeLook.Outcome.Seen<Read> seen)) {
            return Optional.empty();
        }
        Read read = seen.value();
        Set<Address> contracts = new LinkedHashSet<>();
        contracts.add(read.bridge().contracts().factory());
        read.bridge().contracts().registry().ifPresent(contracts::add);
        read.bridge().contracts().systemConfig().ifPresent(contracts::add);
        read.operators().stopper().ifPresent(contracts::add);
        known.put(place.chain(), new Known(read.operators(), contracts, Map.of(), memory.round));
        return Optional.of(new ChainSigns.OfBridge(
                read.bridge().paused(),
                read.bridge().anchor().map(anchor -> anchor.block().number()),
                RootRhythm.of(read.roots()),
                read.roots().stream()
                        .filter(Game::usable)
                        .map(game -> new ChainSigns.Posted(game.block().number(), game.root()))
                        .toList(),
                seen.assurance()));
    }
}
