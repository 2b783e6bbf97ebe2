package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
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
import org.lifeboat.primitives.Address;
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
import org.lifeboat.rollups.opstack.Standing;
import org.lifeboat.rollups.opstack.Withdrawal;

/// A withdrawal, and servers of its L2 that give what proves it, until they die.
abstract class EvidenceGround {
    static final Address USER = Address.fromHex("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
    static final Duration PATIENCE = Duration.ofSeconds(5);
    static final Network L1 =
            new Network(new ChainId(900), "L1", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);
    static final Network L2 = new Network(
            new ChainId(901),
            "L2",
            "ETH",
            new Network.Layer.L2(new ChainId(900), Network.Stack.OP_STACK),
            true,
            Network.Origin.USER);
    static final Withdrawal SENT = new Withdrawal(
            BigInteger.ONE.shiftLeft(240), USER, USER, Wei.of(300), BigInteger.valueOf(100_000), Bytes.EMPTY);

    final InMemoryStorage storage = new InMemoryStorage();
    final Exits exits = new Exits(storage, InstantSource.system(), PATIENCE);
    final Server server = new Server();
    Optional<Server> second = Optional.empty();

    @BeforeEach
    void anAccount() {
        storage.accounts().put(new Account(USER, "Mine", new Account.Kind.WatchOnly(), 0, false));
    }

    static Hash32 root(long block) {
        return OutputRoot.of(Server.header(block)).orElseThrow().hash();
    }

    static List<Check> said(ExitRequest request) {
        assertThat(request).isInstanceOf(ExitRequest.Offered.class);
        return ((ExitRequest.Offered) request).first();
    }

    int pieces(ExitEvidence evidence) {
        return evidence.count(L2.chain(), USER, SENT);
    }

    static Worth worth(ExitEvidence evidence, ExitFacts facts) {
        return evidence.worth(L2.chain(), USER, SENT, facts);
    }

    ExitEvidence kept(ExitFacts facts) {
        exits.begin(L2.chain(), USER, ExitState.found(Hash32.ofNumber(77), SENT, new L2Block(40)));
        ExitEvidence evidence = new ExitEvidence(storage.evidence());
        evidence.keep(place(), USER, SENT, new L2Block(40), facts, PATIENCE);
        evidence.keep(place(), USER, SENT, new L2Block(40), facts, PATIENCE);
        return evidence;
    }

    ExitRequest request(ExitFacts facts, ExitEvidence evidence, boolean ownRoot) {
        return new ExitRequests(evidence, PATIENCE)
                .next(look(facts), place(), ownRoot ? ExitWish.OWN_ROOT : ExitWish.NONE);
    }

    Exits.Look look(ExitFacts facts) {
        Exits.Plan plan = exits.all().getFirst();
        Standing standing = OpStack.standing(facts, new L2Block(40), Optional.empty());
        return new Exits.Look(
                plan, new ExitNext.OnL1(standing, facts), List.of(), Optional.empty(), Optional.empty(), List.of());
    }

    ExitPlace place() {
        List<Source> servers =
                Stream.concat(Stream.<Source>of(server), second.stream()).toList();
        return new ExitPlace(L2, servers, L1, List.of(), FakeBridge.PORTAL);
    }

    static ExitFacts facts(Game... games) {
        return new ExitFacts(new L1Time(10_000), FakeBridge.bridge(false), false, List.of(), List.of(games));
    }

    static Game game(long index, long block) {
        return FakeBridge.game(
                index, block, OutputRoot.of(Server.header(block)).orElseThrow().hash());
    }

    /// An L2 whose message passer holds the withdrawal, and another one, in every block.
    static final class Server extends AnsweringSource {
        static final long SAFE = 80;
        private static final FakeChain STATE = new FakeChain(901);
        boolean dead;
        boolean other;

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

        private static BlockHeader otherHeader(long number) {
            return RollupHeader.of(
                    Hash32.ofNumber(1),
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
                    new Reply.Got<>(Optional.of(HeaderClaims.of(other ? otherHeader(number) : header(number))));
                case Query.HeaderOf(BlockSelector.Tag _) -> new Reply.Got<>(Optional.of(HeaderClaims.of(header(SAFE))));
                case Query.ProofOf(Address account, List<Hash32> slots, BlockSelector _) ->
                    new Reply.Got<>(STATE.proof(account, slots));
                default -> new Reply.Refused<>(-32_601, "no such method", Optional.empty());
            };
        }
    }
}
