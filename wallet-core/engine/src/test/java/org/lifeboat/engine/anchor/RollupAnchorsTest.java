package org.lifeboat.engine.anchor;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.BalanceProof;
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
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.Game;

/// Figures of a rollup rise by the roots on its L1, and fall with them. No server proves an old state.
class RollupAnchorsTest {
    private static final Address OWNER = Address.fromHex("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
    private static final ChainId ETHEREUM = ChainId.ETHEREUM;
    private static final Network ROLLUP = new Network(
            RollupChain.ID,
            "Roll",
            "ETH",
            new Network.Layer.L2(ETHEREUM, Network.Stack.OP_STACK),
            true,
            Network.Origin.USER);
    private static final Network L1 =
            new Network(ETHEREUM, "L1", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);

    private final InMemoryStorage storage = new InMemoryStorage();
    private final RollupChain chain = new RollupChain();
    private final Bridgehead bridge = new Bridgehead();
    private final RollupAnchors anchors =
            new RollupAnchors(storage, _ -> Optional.of(place()), bridge, TokenList.bundled(), 1);
    private final List<Long> askedAgain = new ArrayList<>();
    private List<Source> servers = List.of(chain);
    private SyncStatus.Phase phase = SyncStatus.Phase.FOLLOWING;
    private long l1Block = 1_000;

    @BeforeEach
    void anAccount() {
        storage.accounts().put(new Account(OWNER, "Mine", new Account.Kind.WatchOnly(), 0, false));
    }

    @Test
    void aDepositAndASpend_riseWithTheRootThatCoversThem_andNotBefore() {
        chain.grow(10, OWNER, 500);
        read(chain, 500);
        assertThat(vouched()).as("no root yet").isEmpty();
        chain.grow(20, OWNER, 200);
        read(chain, 200);
        bridge.post(chain, 1, 9);
        refresh();
        assertThat(vouched()).as("the root is below both").isEmpty();

        chain.grow(30, OWNER, 200);
        bridge.post(chain, 2, 15);
        refresh();
        assertThat(vouched()).containsExactly(posted(500, 10));

        bridge.post(chain, 3, 30);
        refresh();
        assertThat(vouched()).containsExactly(posted(200, 20));
    }

    @Test
    void aLieAfterTheAnchor_neverRises() {
        chain.grow(10, OWNER, 500);
        read(chain, 500);
        chain.grow(40, OWNER, 500);
        bridge.post(chain, 1, 12);
        refresh();
        RollupChain liar = chain.branch(12).grow(20, OWNER, 1_000_000);

        read(liar, 1_000_000);
        assertThat(newest().units()).isEqualTo(BigInteger.valueOf(1_000_000));
        bridge.post(chain, 2, 40);
        refresh();

        assertThat(vouched()).containsExactly(posted(500, 10));
        assertThat(storage.evidence().of(RollupChain.ID, OWNER, Optional.of(KeptProofs.BALANCE)))
                .as("what proves a block that never was is not kept")
                .hasSize(1);
    }

    @Test
    void aServerThatDoesNotHaveTheBlockOfTheRoot_raisesNothing() {
        chain.grow(10, OWNER, 500);
        read(chain, 500);
        chain.grow(40, OWNER, 500);
        bridge.post(chain, 1, 30);
        servers = List.of(chain.branch(5).grow(40, OWNER, 500_000));

        refresh();
        assertThat(vouched()).isEmpty();

        servers = List.of(servers.getFirst(), chain);
        refresh();
        assertThat(vouched()).as("one honest server is enough").containsExactly(posted(500, 10));
    }

    @Test
    void aRootThatIsLost_takesBackWhatItVouchedFor_andABetterOneRaisesItAgain() {
        chain.grow(10, OWNER, 500);
        read(chain, 500);
        chain.grow(40, OWNER, 500);
        bridge.post(chain, 1, 20);
        refresh();
        assertThat(vouched()).containsExactly(posted(500, 10));

        bridge.change(
                1, game -> FakeBridge.with(game, Game.Status.CHALLENGER_WINS, 2, Optional.of(new L1Time(6_000)), true));
        refresh();
        assertThat(vouched()).isEmpty();

        bridge.post(chain, 2, 40);
        refresh();
        assertThat(vouched()).containsExactly(posted(500, 10));

        bridge.change(2, game -> FakeBridge.with(game, Game.Status.IN_PROGRESS, 1, Optional.empty(), false));
        refresh();
        assertThat(vouched()).as("blacklisted or retired").isEmpty();
    }

    @Test
    void whileSomebodyContestsARoot_itVouchesForNothing_andOnceItIsDefendedItDoesAgain() {
        chain.grow(10, OWNER, 500);
        read(chain, 500);
        chain.grow(40, OWNER, 500);
        bridge.post(chain, 1, 20);
        refresh();

        bridge.change(1, game -> FakeBridge.with(game, Game.Status.IN_PROGRESS, 2, Optional.empty(), true));
        refresh();
        assertThat(vouched()).isEmpty();

        bridge.change(
                1, game -> FakeBridge.with(game, Game.Status.DEFENDER_WINS, 2, Optional.of(new L1Time(6_000)), true));
        refresh();
        assertThat(vouched()).containsExactly(posted(500, 10));
    }

    /// A reorganisation of L1 took its game away, and nothing stands at its address.
    @Test
    void aRootThatIsGone_vouchesForNothing_andItsSuccessorDoes() {
        chain.grow(10, OWNER, 500);
        read(chain, 500);
        chain.grow(40, OWNER, 500);
        bridge.post(chain, 1, 20);
        refresh();
        assertThat(vouched()).containsExactly(posted(500, 10));

        bridge.games.clear();
        refresh();
        assertThat(vouched()).isEmpty();

        bridge.post(chain, 2, 30);
        refresh();
        assertThat(vouched()).containsExactly(posted(500, 10));
    }

    @Test
    void aPause_changesNothing() {
        chain.grow(10, OWNER, 500);
        read(chain, 500);
        chain.grow(40, OWNER, 500);
        bridge.post(chain, 1, 20);
        refresh();

        bridge.paused = true;
        bridge.change(1, game -> FakeBridge.with(game, Game.Status.IN_PROGRESS, 1, Optional.empty(), false));
        refresh();

        assertThat(vouched()).containsExactly(posted(500, 10));
    }

    @Test
    void aRootIsFinal_onceItsTimesAreOverInAFinalBlockOfL1() {
        chain.grow(10, OWNER, 500);
        read(chain, 500);
        chain.grow(40, OWNER, 500);
        bridge.post(chain, 1, 20);
        bridge.change(
                1, game -> FakeBridge.with(game, Game.Status.DEFENDER_WINS, 1, Optional.of(new L1Time(9_000)), true));
        bridge.settledAt = 9_300;
        refresh();
        assertThat(vouched()).as("300 seconds after its end, not over").containsExactly(posted(500, 10));

        bridge.settledAt = 9_301;
        refresh();

        assertThat(vouched()).containsExactly(reading(Assurance.Level.FINAL, 500, 10));
    }

    @Test
    void fromWhenARootIsFinal_isTold_firstAsExpected_thenAsItEnded() {
        chain.grow(10, OWNER, 500);
        read(chain, 500);
        assertThat(anchors.finalFrom(ROLLUP)).as("no root yet").isEmpty();
        chain.grow(40, OWNER, 500);
        bridge.post(chain, 1, 20);
        refresh();
        long ends = 901 + Duration.ofHours(84).toSeconds();
        assertThat(anchors.finalFrom(ROLLUP))
                .containsExactly(Map.entry(chain.header(10).ref(), Instant.ofEpochSecond(ends + 300)));

        bridge.change(
                1, game -> FakeBridge.with(game, Game.Status.DEFENDER_WINS, 1, Optional.of(new L1Time(9_000)), true));
        refresh();
        assertThat(anchors.finalFrom(ROLLUP).values()).containsExactly(Instant.ofEpochSecond(9_300));
    }

    @Test
    void anotherCheckpointOfL1_takesBackTheRollupsToo() {
        chain.grow(10, OWNER, 500);
        read(chain, 500);
        chain.grow(40, OWNER, 500);
        bridge.post(chain, 1, 20);
        refresh();

        Anchors.forget(storage, ETHEREUM);
        assertThat(vouched()).isEmpty();
        assertThat(storage.evidence().of(RollupChain.ID, Address.ZERO, Optional.of(Ties.KIND)))
                .isEmpty();

        refresh();
        assertThat(vouched()).containsExactly(posted(500, 10));
        phase = SyncStatus.Phase.CONFLICT;
        refresh();
        assertThat(vouched()).isEmpty();
    }

    @Test
    void ofManyTiedProofs_thoseFurthestApartAreKept() {
        for (int i = 1; i <= 30; i++) {
            chain.grow(10L * i, OWNER, i);
            read(chain, i);
            chain.grow(10L * i + 5, OWNER, i);
            bridge.post(chain, i, 10L * i + 5);
            refresh();
        }

        List<Long> blocks = storage.evidence().of(RollupChain.ID, OWNER, Optional.of(KeptProofs.BALANCE)).stream()
                .map(id -> storage.evidence().find(id).orElseThrow().block().number())
                .toList();
        assertThat(blocks).hasSizeLessThanOrEqualTo(10).startsWith(10L).contains(300L);
        assertThat(storage.evidence().of(RollupChain.ID, Address.ZERO, Optional.of(Ties.KIND)))
                .hasSizeLessThanOrEqualTo(10);
    }

    /// The newest root is below what was read, as it is for an hour on most chains.
    @Test
    void whoLooksForTheFirstTime_isReadAtTheNewestRootToo_once() {
        chain.grow(10, OWNER, 500);
        bridge.post(chain, 1, 10);
        chain.grow(20, OWNER, 200);

        read(chain, 200, this::proving500);
        assertThat(vouched()).containsExactly(posted(500, 10));
        assertThat(askedAgain).containsExactly(10L);

        read(chain, 200, this::proving500);
        assertThat(askedAgain).as("a root vouches for it").containsExactly(10L);
        chain.grow(30, OWNER, 200);
        bridge.post(chain, 2, 30);
        refresh();
        assertThat(vouched()).as("the head's own proof rises as ever").containsExactly(posted(200, 20));
    }

    @Test
    void aServerWithoutOldStates_leavesItForLater_andIsAskedAgainAtTheNextLookOnly() {
        chain.grow(10, OWNER, 500);
        bridge.post(chain, 1, 10);
        chain.grow(20, OWNER, 200);
        RollupAnchors seldom = new RollupAnchors(storage, _ -> Optional.of(place()), bridge, TokenList.bundled(), 25);
        Vouching.Again none = block -> {
            askedAgain.add(block.number());
            return List.of();
        };
        storage.balances().put(reading(Assurance.MATCHED, 200, chain.head().ref()));

        for (int look = 0; look < 30; look++) {
            seldom.take(ROLLUP, List.of(chain.proof(OWNER, 200)), none);
            l1Block++;
        }

        assertThat(askedAgain).containsExactly(10L, 10L);
        assertThat(vouched()).isEmpty();
    }

    /// What was looked at without any proof does not delay the first one.
    @Test
    void aFirstProof_isSeenToAtOnce() {
        chain.grow(10, OWNER, 500);
        bridge.post(chain, 1, 10);
        chain.grow(20, OWNER, 200);
        RollupAnchors seldom = new RollupAnchors(storage, _ -> Optional.of(place()), bridge, TokenList.bundled(), 25);
        storage.balances().put(reading(Assurance.MATCHED, 200, chain.head().ref()));

        seldom.take(ROLLUP);
        l1Block++;
        seldom.take(ROLLUP, List.of(chain.proof(OWNER, 200)), this::proving500);

        assertThat(vouched()).containsExactly(posted(500, 10));
    }

    @Test
    void atAContestedRoot_orAFalseOne_orOfAnotherBlock_nothingIsReadAgain() {
        chain.grow(10, OWNER, 500);
        RollupChain liar = chain.branch(5).grow(12, OWNER, 1_000_000);
        chain.grow(12, OWNER, 500);
        bridge.post(chain, 1, 8);
        bridge.post(chain, 2, 10);
        bridge.change(2, game -> FakeBridge.with(game, Game.Status.IN_PROGRESS, 2, Optional.empty(), true));
        bridge.post(liar, 3, 12);
        chain.grow(20, OWNER, 200);

        read(chain, 200, block -> {
            askedAgain.add(block.number());
            return List.of(liar.proof(OWNER, 1_000_000));
        });
        assertThat(askedAgain).containsExactly(8L);
        assertThat(vouched()).isEmpty();

        bridge.paused = true;
        read(chain, 200, this::proving500);
        assertThat(askedAgain).as("while the bridge is paused no root counts").containsExactly(8L);
    }

    private Collection<BalanceProof> proving500(BlockHeader block) {
        askedAgain.add(block.number());
        return List.of(chain.branch(Math.toIntExact(block.number())).proof(OWNER, 500));
    }

    private void read(RollupChain shown, long wei) {
        read(shown, wei, Vouching.Again.NEVER);
    }

    /// A refresh that read so much at the newest block of `shown`.
    private void read(RollupChain shown, long wei, Vouching.Again again) {
        storage.balances().put(reading(Assurance.MATCHED, wei, shown.head().ref()));
        l1Block++;
        anchors.take(ROLLUP, List.of(shown.proof(OWNER, wei)), again);
    }

    /// One that could not prove anything.
    private void refresh() {
        l1Block++;
        anchors.take(ROLLUP);
    }

    private StoredReading newest() {
        return storage.balances().of(RollupChain.ID, OWNER, Optional.empty()).stream()
                .filter(reading -> reading.assurance().equals(Assurance.MATCHED))
                .findFirst()
                .orElseThrow();
    }

    private List<StoredReading> vouched() {
        return storage.balances().of(RollupChain.ID, OWNER, Optional.empty()).stream()
                .filter(reading -> reading.assurance().level() != Assurance.Level.CLAIMED)
                .toList();
    }

    private StoredReading posted(long wei, int block) {
        return reading(Assurance.Level.POSTED, wei, block);
    }

    private StoredReading reading(Assurance.Level level, long wei, int block) {
        return reading(new Assurance(level, Set.of()), wei, chain.header(block).ref());
    }

    private StoredReading reading(Assurance assurance, long wei, BlockRef block) {
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

    private ExitPlace place() {
        VerifiedHead head = new VerifiedHead(
                20_000_000 + l1Block, Hash32.ZERO, new BlockRef(l1Block, Hash32.ofNumber(l1Block), 0), Hash32.ZERO);
        return new ExitPlace(ROLLUP, servers, L1, List.of(), FakeBridge.PORTAL, Optional.of(FakeSync.in(phase, head)));
    }

    /// What L1 says.
    private static final class Bridgehead implements PostedRoots {
        private final List<Game> games = new ArrayList<>();
        private boolean paused;
        private long settledAt = 5_000;

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
