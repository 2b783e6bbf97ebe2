package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.fake.AnsweringSource;
import org.lifeboat.engine.fake.FakeBridge;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.HeaderClaims;
import org.lifeboat.engine.fake.RollupHeader;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.ExitFacts;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.rollups.opstack.Proof;
import org.lifeboat.rollups.opstack.RootPlace;
import org.lifeboat.rollups.opstack.Standing;
import org.lifeboat.rollups.opstack.Withdrawal;

/// All servers of the L2 die: what was kept while they answered proves the withdrawal all the same.
class ExitEvidenceTest {
    private static final Address USER = Address.fromHex("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Network L1 =
            new Network(new ChainId(900), "L1", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);
    private static final Network L2 = new Network(
            new ChainId(901),
            "L2",
            "ETH",
            new Network.Layer.L2(new ChainId(900), Network.Stack.OP_STACK),
            true,
            Network.Origin.USER);
    private static final Withdrawal SENT = new Withdrawal(
            BigInteger.ONE.shiftLeft(240), USER, USER, Wei.of(300), BigInteger.valueOf(100_000), Bytes.EMPTY);

    private final InMemoryStorage storage = new InMemoryStorage();
    private final Exits exits = new Exits(storage, InstantSource.system(), PATIENCE);
    private final Server server = new Server();
    private Optional<Server> second = Optional.empty();

    @BeforeEach
    void anAccount() {
        storage.accounts().put(new Account(USER, "Mine", new Account.Kind.WatchOnly(), 0, false));
    }

    @Test
    void withTheServersGone_whatWasKeptProvesIt_alsoAgainstTheSecondRoot() {
        ExitEvidence evidence = kept(facts(game(1, 50), game(2, 60), game(3, 70)));
        server.dead = true;

        assertThat(pieces(evidence)).isEqualTo(ExitEvidence.BLOCKS);
        assertThat(worth(evidence, facts(game(2, 60)))).isEqualTo(Worth.ENOUGH_KEPT);
        assertThat(worth(evidence, facts(game(3, 70)))).isEqualTo(Worth.NEEDS_STATE);
        assertThat(request(facts(game(1, 50)), evidence, false)).isInstanceOf(ExitRequest.Offered.class);
        assertThat(request(facts(game(2, 60)), evidence, false))
                .as("the first root is lost")
                .isInstanceOf(ExitRequest.Offered.class);
        assertThat(request(facts(game(3, 70)), evidence, false)).isInstanceOf(ExitRequest.CouldNot.class);
        assertThat(new ExitRequests(PATIENCE).next(look(facts(game(1, 50))), place(), ExitWish.NONE))
                .as("without it nothing can be done")
                .isInstanceOf(ExitRequest.CouldNot.class);
    }

    @Test
    void withEachProof_thePlaceOfItsRootIsKept_asItWasSeenLast_alsoInAFile() {
        ExitEvidence evidence = kept(facts(game(1, 50), game(2, 60)));
        assertThat(evidence.places(exits.all().getFirst(), SENT)).containsExactlyInAnyOrder(place(1, 50), place(2, 60));
        server.dead = true;

        evidence.keep(place(), USER, SENT, new L2Block(40), facts(game(5, 60), game(9, 70)), PATIENCE);
        assertThat(evidence.places(exits.all().getFirst(), SENT))
                .as("after a reorganisation one stands elsewhere")
                .containsExactlyInAnyOrder(place(1, 50), place(5, 60));
        assertThat(pieces(evidence)).isEqualTo(2);

        InMemoryStorage other = new InMemoryStorage();
        other.accounts().put(new Account(USER, "Mine", new Account.Kind.WatchOnly(), 0, false));
        ExitEvidenceFile.read(
                ExitEvidenceFile.write(storage, exits.all().getFirst()).orElseThrow(),
                other,
                new Exits(other, InstantSource.system(), PATIENCE));
        assertThat(new ExitEvidence(other.evidence()).places(exits.all().getFirst(), SENT))
                .containsExactlyInAnyOrder(place(1, 50), place(5, 60));
    }

    private static RootPlace place(long index, long block) {
        return new RootPlace(index, game(index, block).root());
    }

    @Test
    void aRootThatTheKeptBlockDoesNotHave_isNotProvenAgainst() {
        ExitEvidence evidence = kept(facts(game(1, 50)));
        server.dead = true;

        assertThat(request(facts(FakeBridge.game(1, 50, Hash32.ofNumber(666))), evidence, false))
                .isInstanceOf(ExitRequest.CouldNot.class);
    }

    @Test
    void withoutAnyRoot_aFixedBlockIsKept_andARootOfItCanBePosted() {
        ExitEvidence evidence = kept(facts());
        assertThat(pieces(evidence)).isEqualTo(1);
        assertThat(worth(evidence, facts())).isEqualTo(Worth.ENOUGH_WITH_BOND);
        server.dead = true;

        assertThat(request(facts(), evidence, true))
                .isInstanceOfSatisfying(
                        ExitRequest.Offered.class,
                        offered -> assertThat(offered.step()).isEqualTo(ExitStep.OWN_ROOT));
        Game own = game(9, Server.SAFE);
        assertThat(request(facts(own), evidence, false))
                .as("and proven against it")
                .isInstanceOf(ExitRequest.Offered.class);
    }

    /// Others have posted what nothing kept here fits, true or not: then too the bond is the way, and said to be.
    @Test
    void withTheServersGone_aRootOfTheKeptBlockCanBePosted_alsoBesideRootsThatItDoesNotFit() {
        ExitEvidence evidence = kept(facts());
        ExitFacts others = facts(game(1, Server.SAFE + 5), FakeBridge.game(2, 90, Hash32.ofNumber(666)));
        assertThat(worth(evidence, others)).isEqualTo(Worth.ENOUGH_WITH_BOND);
        server.dead = true;

        assertThat(request(others, evidence, false)).isInstanceOf(ExitRequest.CouldNot.class);
        ExitRequest wished = request(others, evidence, true);
        assertThat(wished)
                .isInstanceOfSatisfying(
                        ExitRequest.Offered.class,
                        offered -> assertThat(offered.step()).isEqualTo(ExitStep.OWN_ROOT));
        assertThat(said(wished)).containsExactly(Check.of(Check.Kind.OWN_ROOT_KEPT));
    }

    /// A bond hangs on it: on how many servers' word the root is has to be said before it is signed.
    @Test
    void anOwnRoot_saysWhetherItIsOneServersWord_orHowManyHaveIt_orThatItWasKept() {
        ExitEvidence evidence = kept(facts());

        assertThat(said(request(facts(), evidence, true)))
                .containsExactly(
                        Check.of(Check.Kind.OWN_ROOT_ONE_WORD, server.id().shown()));
        second = Optional.of(new Server());
        assertThat(said(request(facts(), evidence, true))).containsExactly(Check.of(Check.Kind.OWN_ROOT_COMPARED, "2"));
        second.get().dead = true;
        assertThat(said(request(facts(), evidence, true)))
                .as("one that does not answer has compared nothing")
                .containsExactly(
                        Check.of(Check.Kind.OWN_ROOT_ONE_WORD, server.id().shown()));
        server.dead = true;
        assertThat(said(request(facts(), evidence, true))).containsExactly(Check.of(Check.Kind.OWN_ROOT_KEPT));
        assertThat(said(request(facts(game(9, Server.SAFE)), evidence, false)))
                .as("a proof is no root")
                .isEmpty();
    }

    /// What this computer knows comes before what servers say, and nothing is posted against it.
    @Test
    void anOwnRoot_isOneThatWasRecomputedHere_whereOneCoversIt_andNeverAnotherThanThat() {
        ExitEvidence evidence = kept(facts());
        RecomputedRoots here = evidence.recomputed(L2.chain());

        here.keep(new L2Block(39), root(39), new BlockRef(500, Hash32.ofNumber(5), 0));
        assertThat(said(request(facts(), evidence, true)))
                .as("the withdrawal came later")
                .containsExactly(
                        Check.of(Check.Kind.OWN_ROOT_ONE_WORD, server.id().shown()));

        here.keep(new L2Block(70), root(70), new BlockRef(600, Hash32.ofNumber(6), 0));
        here.keep(new L2Block(Server.SAFE + 1), Hash32.ofNumber(666), new BlockRef(700, Hash32.ofNumber(7), 0));
        ExitRequest request = request(facts(), evidence, true);
        assertThat(said(request)).containsExactly(Check.of(Check.Kind.OWN_ROOT_RECOMPUTED, "70", "600"));
        assertThat(((ExitRequest.Offered) request).order().data().toHex())
                .contains(root(70).toHex().substring(2));

        here.keep(new L2Block(Server.SAFE), Hash32.ofNumber(666), new BlockRef(600, Hash32.ofNumber(6), 0));
        assertThat(request(facts(), evidence, true)).isInstanceOf(ExitRequest.CouldNot.class);
        server.dead = true;
        assertThat(request(facts(), evidence, true))
                .as("nor one that was kept")
                .isInstanceOf(ExitRequest.CouldNot.class);
        here.keep(new L2Block(Server.SAFE), root(Server.SAFE), new BlockRef(800, Hash32.ofNumber(8), 0));
        assertThat(said(request(facts(), evidence, true)))
                .containsExactly(Check.of(Check.Kind.OWN_ROOT_RECOMPUTED, "80", "800"));
    }

    @Test
    void ofRecomputedRoots_theNewestAreKept_andADamagedOneIsNone() {
        RecomputedRoots here = new RecomputedRoots(storage.evidence(), L2.chain());
        for (long block = 1; block <= 20; block++) {
            here.keep(new L2Block(block), root(block), new BlockRef(block, Hash32.ZERO, 0));
        }
        assertThat(here.upTo(new L2Block(19)).getFirst())
                .isEqualTo(new RecomputedRoots.Root(new L2Block(19), root(19), 19));
        assertThat(here.upTo(new L2Block(99))).hasSize(8);
        assertThat(new RecomputedRoots(storage.evidence(), L1.chain()).upTo(new L2Block(99)))
                .isEmpty();
        StoredEvidence whole =
                storage.evidence().find(storage.evidence().all().getLast()).orElseThrow();
        storage.evidence()
                .add(new StoredEvidence(
                        whole.kind(),
                        whole.chain(),
                        whole.account(),
                        new BlockRef(30, Hash32.ZERO, 0),
                        whole.content().slice(0, 40)));
        assertThat(here.upTo(new L2Block(99)).getFirst().block()).isEqualTo(new L2Block(20));
    }

    private static Hash32 root(long block) {
        return OutputRoot.of(Server.header(block)).orElseThrow().hash();
    }

    private static List<Check> said(ExitRequest request) {
        assertThat(request).isInstanceOf(ExitRequest.Offered.class);
        return ((ExitRequest.Offered) request).first();
    }

    /// Another proof begins the waiting time again: never unasked, or whoever attacks a root could make every user
    /// wait.
    @Test
    void aRootAboutToFall_isProvenAgainOnlyIfTheUserWants_alsoWithTheServersGone() {
        ExitEvidence evidence = kept(facts(game(1, 50), game(2, 60)));
        server.dead = true;
        Game attacked = game(1, 50);
        Game other = game(2, 60);
        Standing.Doubted doubted = new Standing.Doubted(
                new Proof(USER, new L1Time(9_900), attacked, false), new L1Time(20_000), Optional.of(other));

        assertThat(request(doubted, evidence, ExitWish.NONE)).isInstanceOf(ExitRequest.Nothing.class);
        assertThat(request(doubted, evidence, ExitWish.OWN_ROOT)).isInstanceOf(ExitRequest.Nothing.class);
        assertThat(request(doubted, evidence, ExitWish.PROVE_AGAIN))
                .isInstanceOfSatisfying(ExitRequest.Offered.class, offered -> {
                    assertThat(offered.step()).isEqualTo(ExitStep.PROVE);
                    assertThat(OpStack.provenWithin(offered.order().data())).contains(SENT);
                });
        Standing.Doubted alone = new Standing.Doubted(doubted.proof(), doubted.fallsAt(), Optional.empty());
        assertThat(request(alone, evidence, ExitWish.PROVE_AGAIN)).isInstanceOf(ExitRequest.Nothing.class);
    }

    private ExitRequest request(Standing standing, ExitEvidence evidence, ExitWish wish) {
        Exits.Look look = new Exits.Look(
                exits.all().getFirst(),
                new ExitNext.OnL1(standing, facts()),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return new ExitRequests(evidence, PATIENCE).next(look, place(), wish);
    }

    @Test
    void aFile_goesOnOnAnotherComputer_andNoChangedByteOfAProofIsTaken() {
        kept(facts(game(1, 50), game(2, 60)));
        Bytes file = ExitEvidenceFile.write(storage, exits.all().getFirst()).orElseThrow();
        server.dead = true;
        InMemoryStorage other = new InMemoryStorage();
        Exits elsewhere = new Exits(other, InstantSource.system(), PATIENCE);

        assertThat(ExitEvidenceFile.read(file, other, elsewhere)).isEqualTo(new ExitEvidenceFile.Read.NotMine(USER));
        other.accounts().put(new Account(USER, "Mine", new Account.Kind.WatchOnly(), 0, false));
        assertThat(ExitEvidenceFile.read(file, other, elsewhere))
                .isInstanceOfSatisfying(ExitEvidenceFile.Read.Taken.class, taken -> {
                    assertThat(taken.fresh()).isTrue();
                    assertThat(taken.plan().state().withdrawal()).contains(SENT);
                });
        assertThat(request(facts(game(2, 60)), new ExitEvidence(other.evidence()), false))
                .isInstanceOf(ExitRequest.Offered.class);
        assertThat(ExitEvidenceFile.read(file, other, elsewhere))
                .as("twice changes nothing")
                .isInstanceOfSatisfying(
                        ExitEvidenceFile.Read.Taken.class,
                        taken -> assertThat(taken.fresh()).isFalse());

        String text = new String(file.toArray(), StandardCharsets.UTF_8);
        for (String member : List.of("\"header\" : \"0x", "\"nodes\" : [ \"0x", "\"value\" : \"")) {
            int at = text.indexOf(member) + member.length();
            assertThat(text.indexOf(member)).as(member).isPositive();
            String forged = text.substring(0, at) + (text.charAt(at) == '1' ? '2' : '1') + text.substring(at + 1);
            assertThat(ExitEvidenceFile.read(Bytes.of(forged.getBytes(StandardCharsets.UTF_8)), other, elsewhere))
                    .as(member)
                    .isInstanceOf(ExitEvidenceFile.Read.Refused.class);
        }
        assertThat(elsewhere.all()).hasSize(1);
    }

    private int pieces(ExitEvidence evidence) {
        return evidence.count(L2.chain(), USER, SENT);
    }

    private static Worth worth(ExitEvidence evidence, ExitFacts facts) {
        return evidence.worth(L2.chain(), USER, SENT, facts);
    }

    private ExitEvidence kept(ExitFacts facts) {
        exits.begin(L2.chain(), USER, ExitState.found(Hash32.ofNumber(77), SENT, new L2Block(40)));
        ExitEvidence evidence = new ExitEvidence(storage.evidence());
        evidence.keep(place(), USER, SENT, new L2Block(40), facts, PATIENCE);
        evidence.keep(place(), USER, SENT, new L2Block(40), facts, PATIENCE);
        return evidence;
    }

    private ExitRequest request(ExitFacts facts, ExitEvidence evidence, boolean ownRoot) {
        return new ExitRequests(evidence, PATIENCE)
                .next(look(facts), place(), ownRoot ? ExitWish.OWN_ROOT : ExitWish.NONE);
    }

    private Exits.Look look(ExitFacts facts) {
        Exits.Plan plan = exits.all().getFirst();
        Standing standing = OpStack.standing(facts, new L2Block(40), Optional.empty());
        return new Exits.Look(
                plan, new ExitNext.OnL1(standing, facts), List.of(), Optional.empty(), Optional.empty(), List.of());
    }

    private ExitPlace place() {
        List<Source> servers =
                Stream.concat(Stream.<Source>of(server), second.stream()).toList();
        return new ExitPlace(L2, servers, L1, List.of(), FakeBridge.PORTAL);
    }

    private static ExitFacts facts(Game... games) {
        return new ExitFacts(new L1Time(10_000), FakeBridge.bridge(false), false, List.of(), List.of(games));
    }

    private static Game game(long index, long block) {
        return FakeBridge.game(
                index, block, OutputRoot.of(Server.header(block)).orElseThrow().hash());
    }

    /// An L2 whose message passer holds the withdrawal, and another one, in every block.
    private static final class Server extends AnsweringSource {
        static final long SAFE = 80;
        private static final FakeChain STATE = new FakeChain(901);
        private boolean dead;

        static {
            STATE.at(OpStack.MESSAGE_PASSER).storage.put(SENT.slot(), BigInteger.ONE);
            STATE.at(OpStack.MESSAGE_PASSER).storage.put(Hash32.ofNumber(1), BigInteger.TWO);
        }

        static BlockHeader header(long number) {
            return RollupHeader.of(
                    Hash32.ZERO,
                    number,
                    STATE.header(0).stateRoot(),
                    STATE.proof(OpStack.MESSAGE_PASSER, List.of()).storageRoot());
        }

        @Override
        public SourceId id() {
            return new SourceId(L2.chain(), "https://l2.example");
        }

        @Override
        protected Reply<?> answer(Query<?> query) {
            if (dead) {
                return new Reply.Refused<>(-32_000, "gone", Optional.empty());
            }
            return switch (query) {
                case Query.ChainIdOf _ -> new Reply.Got<>(901L);
                case Query.HeaderOf(BlockSelector.AtNumber(long number)) ->
                    new Reply.Got<>(Optional.of(HeaderClaims.of(header(number))));
                case Query.HeaderOf(BlockSelector.Tag _) -> new Reply.Got<>(Optional.of(HeaderClaims.of(header(SAFE))));
                case Query.ProofOf(Address account, List<Hash32> slots, BlockSelector _) ->
                    new Reply.Got<>(STATE.proof(account, slots));
                default -> new Reply.Refused<>(-32_601, "no such method", Optional.empty());
            };
        }
    }
}
