package org.lifeboat.engine.anchor;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.Vouching;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.PostedRoots;
import org.lifeboat.engine.fake.FakeBridge;
import org.lifeboat.engine.fake.FakeSync;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.engine.storage.StoredReading;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.Game;

/// A rollup, its bridge, and one account whose figures rise by the roots on L1.
abstract class RollupAnchorsStory {
    static final Address OWNER = Address.fromHex("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
    static final ChainId ETHEREUM = ChainId.ETHEREUM;
    static final Network ROLLUP = new Network(
            RollupChain.ID,
            "Roll",
            "ETH",
            new Network.Layer.L2(ETHEREUM, Network.Stack.OP_STACK),
            true,
            Network.Origin.USER);
    static final Network L1 = new Network(ETHEREUM, "L1", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);

    final InMemoryStorage storage = new InMemoryStorage();
    final RollupChain chain = new RollupChain();
    final Bridgehead bridge = new Bridgehead();
    final RollupAnchors anchors = new RollupAnchors(storage, _ -> Optional.of(place()), bridge, TokenList.bundled(), 1);
    final List<Long> askedAgain = new ArrayList<>();
    List<Source> servers = List.of(chain);
    SyncStatus.Phase phase = SyncStatus.Phase.FOLLOWING;
    long l1Block = 1_000;

    @BeforeEach
    void anAccount() {
        storage.accounts().put(new Account(OWNER, "Mine", new Account.Kind.WatchOnly(), 0, false));
    }

    void read(RollupChain shown, long wei) {
        read(shown, wei, Vouching.Again.NEVER);
    }

    /// A refresh that read so much at the newest block of `shown`.
    void read(RollupChain shown, long wei, Vouching.Again again) {
        storage.balances().put(reading(Assurance.MATCHED, wei, shown.head().ref()));
        l1Block++;
        anchors.take(ROLLUP, List.of(shown.proof(OWNER, wei)), again);
    }

    /// One that could not prove anything.
    void refresh() {
        l1Block++;
        anchors.take(ROLLUP);
    }

    StoredReading newest() {
        return storage.balances().of(RollupChain.ID, OWNER, Optional.empty()).stream()
                .filter(reading -> reading.assurance().equals(Assurance.MATCHED))
                .findFirst()
                .orElseThrow();
    }

    List<StoredReading> vouched() {
        return storage.balances().of(RollupChain.ID, OWNER, Optional.empty()).stream()
                .filter(reading -> reading.assurance().level() != Assurance.Level.CLAIMED)
                .toList();
    }

    StoredReading posted(long wei, int block) {
        return reading(Assurance.Level.POSTED, wei, block);
    }

    StoredReading reading(Assurance.Level level, long wei, int block) {
        return reading(new Assurance(level, Set.of()), wei, chain.header(block).ref());
    }

    StoredReading reading(Assurance assurance, long wei, BlockRef block) {
        return new StoredReading(
                RollupChain.ID,
                OWNER,
                Optional.empty(),
                assurance,
                block,
                BigInteger.valueOf(wei),
                Instant.ofEpochSecond(block.unixSeconds()),
                chain.id());
    }

    ExitPlace place() {
        VerifiedHead head = new VerifiedHead(
                20_000_000 + l1Block, Hash32.ZERO, new BlockRef(l1Block, Hash32.ofNumber(l1Block), 0), Hash32.ZERO);
        return new ExitPlace(ROLLUP, servers, L1, List.of(), FakeBridge.PORTAL, Optional.of(FakeSync.in(phase, head)));
    }

    /// What L1 says.
    static final class Bridgehead implements PostedRoots {
        final List<Game> games = new ArrayList<>();
        boolean paused;
        long settledAt = 5_000;

        void post(RollupChain truth, long number, long block) {
            games.addFirst(FakeBridge.game(number, block, truth.rootOf(new L2Block(block))));
        }

        void change(long number, UnaryOperator<Game> change) {
            games.replaceAll(game -> game.index().equals(Optional.of(number)) ? change.apply(game) : game);
        }

        @Override
        public Optional<Posted> signed(ExitPlace place, Collection<Met> asked) {
            return Optional.of(posted(9_500, asked, games));
        }

        @Override
        public Optional<Posted> settled(ExitPlace place, Collection<Met> asked) {
            return Optional.of(posted(settledAt, asked, List.of()));
        }

        private static Met met(Game game) {
            return new Met(game.contract(), game.block());
        }

        private Posted posted(long now, Collection<Met> asked, List<Game> newest) {
            Map<Met, Game> known = games.stream()
                    .filter(game -> asked.contains(met(game)))
                    .collect(Collectors.toMap(Bridgehead::met, game -> game));
            Bridge bridge = FakeBridge.bridge(paused, Duration.ofSeconds(600), Duration.ofSeconds(300));
            return new Posted(bridge, new L1Time(now), newest, known);
        }
    }
}
