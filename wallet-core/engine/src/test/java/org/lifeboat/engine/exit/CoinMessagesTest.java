package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.abi.AbiFunction;
import org.lifeboat.engine.fake.AnsweringSource;
import org.lifeboat.engine.fake.FakeBridge;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.logs.LogFilter;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.SendAmount;
import org.lifeboat.engine.source.LogClaim;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.ReceiptClaim;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.rollups.opstack.CoinWithdrawal;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.Withdrawal;

/// Coin that bridge or messenger of the L2 sent home, begun elsewhere: the withdrawal is the messenger's.
class CoinMessagesTest {
    private static final Address USER = TokenMoves.USER;
    private static final Address STRANGER = TokenMoves.STRANGER;
    private static final Address PAYEE = Hash32.ofNumber(0xc0ffee).toAddress();
    private static final Address COIN = Address.fromHex("0xdeaddeaddeaddeaddeaddeaddeaddeaddead0000");
    private static final BigInteger VERSION = BigInteger.ONE.shiftLeft(240);
    private static final Network L1 =
            new Network(new ChainId(900), "L1", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);
    private static final Network L2 = new Network(
            new ChainId(901),
            "L2",
            "ETH",
            new Network.Layer.L2(new ChainId(900), Network.Stack.OP_STACK),
            true,
            Network.Origin.USER);

    private final Exits exits =
            new Exits(new InMemoryStorage(), InstantSource.fixed(Instant.EPOCH), Duration.ofSeconds(5));
    private final Chain l1 = new Chain(900);
    private final Chain l2 = new Chain(901);

    @Test
    void whatBridgeAndMessengerSent_isFound_withPayeeAndAmount() {
        l2.sends(OpStack.COIN_SENT, OpStack.L2_TOKEN_BRIDGE, byBridge(USER, 300), Hash32.ofNumber(71));
        l2.sends(OpStack.MESSAGE_SENT, OpStack.L2_MESSENGER, direct(USER, 400, Bytes.EMPTY), Hash32.ofNumber(72));

        assertThat(found())
                .extracting(
                        plan -> plan.state().target(),
                        plan -> plan.state().amount(),
                        plan -> plan.state().l2Transaction(),
                        plan -> plan.state().block())
                .containsExactly(
                        tuple(PAYEE, Wei.of(300), Optional.of(Hash32.ofNumber(71)), Optional.of(new L2Block(40))),
                        tuple(PAYEE, Wei.of(400), Optional.of(Hash32.ofNumber(72)), Optional.of(new L2Block(40))));
        assertThat(found()).as("twice finds nothing new").isEmpty();
        assertThat(exits.all()).allSatisfy(plan -> {
            Withdrawal seen = plan.state().withdrawal().orElseThrow();
            assertThat(seen.target()).as("whom the portal calls").isEqualTo(TokenMoves.L1_MESSENGER);
            assertThat(plan.state().isOf(seen)).isTrue();
            assertThat(ExitJson.read(ExitJson.write(plan.state()))).contains(plan.state());
        });
    }

    /// Its rows are a server's word; what they carry says whose it is, and how much.
    @Test
    void rowsThatLie_makeNoPlans() {
        List<Withdrawal> others = List.of(
                byBridge(STRANGER, 300),
                direct(STRANGER, 300, Bytes.EMPTY),
                new Withdrawal(
                        VERSION,
                        STRANGER,
                        TokenMoves.L1_MESSENGER,
                        Wei.of(300),
                        BigInteger.TEN,
                        direct(USER, 300, Bytes.EMPTY).data()),
                with(direct(USER, 300, Bytes.EMPTY), Wei.of(3_000)),
                with(byBridge(USER, 300), Wei.of(3_000)),
                with(direct(USER, 300, Bytes.EMPTY), Wei.ZERO),
                TokenMoves.message(OpStack.L2_TOKEN_BRIDGE, PAYEE, 300, Bytes.EMPTY),
                longer(direct(USER, 300, Bytes.EMPTY)));
        for (int i = 0; i < others.size(); i++) {
            l2.sends(OpStack.MESSAGE_SENT, OpStack.L2_MESSENGER, others.get(i), Hash32.ofNumber(80 + i));
        }

        assertThat(found()).isEmpty();
    }

    @Test
    void aPlanThatWaitsForIt_takesIt() {
        exits.begin(L2.chain(), USER, ExitState.forced(Hash32.ofNumber(72), PAYEE, Wei.of(400)));
        l2.sends(OpStack.MESSAGE_SENT, OpStack.L2_MESSENGER, direct(USER, 400, Bytes.EMPTY), Hash32.ofNumber(72));

        assertThat(found()).isEmpty();
        assertThat(exits.all())
                .singleElement()
                .satisfies(plan -> assertThat(plan.state().withdrawal()).contains(direct(USER, 400, Bytes.EMPTY)));
    }

    @Test
    void whatWasForcedThroughBridgeOrMessenger_isFoundOnL1() {
        AbiFunction send = new AbiFunction("sendMessage(address,bytes,uint32)", "()");
        AbiFunction to = new AbiFunction("bridgeETHTo(address,uint32,bytes)", "()");
        AbiFunction own = new AbiFunction("bridgeETH(uint32,bytes)", "()");
        AbiFunction older = new AbiFunction("withdrawTo(address,address,uint256,uint32,bytes)", "()");
        l1.forces(OpStack.L2_MESSENGER, 1, send.call(PAYEE, Bytes.EMPTY, 200_000L));
        l1.forces(OpStack.L2_TOKEN_BRIDGE, 2, to.call(PAYEE, 200_000L, Bytes.EMPTY));
        l1.forces(OpStack.L2_TOKEN_BRIDGE, 3, own.call(200_000L, Bytes.EMPTY));
        l1.forces(OpStack.L2_TOKEN_BRIDGE, 4, Bytes.EMPTY);
        l1.forces(OpStack.L2_TOKEN_BRIDGE, 5, older.call(COIN, PAYEE, BigInteger.valueOf(5), 200_000L, Bytes.EMPTY));
        l1.forces(OpStack.L2_TOKEN_BRIDGE, 6, older.call(STRANGER, PAYEE, BigInteger.ONE, 200_000L, Bytes.EMPTY));
        l1.forces(OpStack.L2_MESSENGER, 7, Bytes.fromHex("0xffffffff"));
        l1.forces(OpStack.L2_MESSENGER, 0, send.call(PAYEE, Bytes.EMPTY, 200_000L));

        ExitPlace place = new ExitPlace(L2, List.of(), L1, List.of(l1), FakeBridge.PORTAL);
        assertThat(exits.search(place).onL1(USER, 1_000).orElseThrow())
                .extracting(
                        plan -> plan.state().way(),
                        plan -> plan.state().target(),
                        plan -> plan.state().amount())
                .containsExactly(
                        tuple(ExitState.Way.THROUGH_L1, PAYEE, Wei.of(1)),
                        tuple(ExitState.Way.THROUGH_L1, PAYEE, Wei.of(2)),
                        tuple(ExitState.Way.THROUGH_L1, USER, Wei.of(3)),
                        tuple(ExitState.Way.THROUGH_L1, USER, Wei.of(4)),
                        tuple(ExitState.Way.THROUGH_L1, PAYEE, Wei.of(5)));
        assertThat(exits.search(place).onL1(USER, 1_000).orElseThrow()).isEmpty();
    }

    /// The messenger has the coin by then: the second try brings none.
    @Test
    void whatTheMessengerKept_isTriedAgain_withoutCoinAndWithGasOfItsOwn() {
        Withdrawal kept = byBridge(USER, 300);
        Exits.Look look = new Exits.Look(
                new Exits.Plan(new PlanStore.Id(1), L2.chain(), USER, ExitState.provenOnL1(kept), Instant.EPOCH),
                new ExitNext.Replay(kept),
                List.of(),
                Optional.empty(),
                Optional.of(false),
                List.of());
        ExitPlace place = new ExitPlace(L2, List.of(), L1, List.of(l1), FakeBridge.PORTAL);

        assertThat(new ExitRequests(Duration.ofSeconds(1)).next(look, place, ExitWish.NONE))
                .isInstanceOfSatisfying(ExitRequest.Offered.class, offered -> {
                    assertThat(offered.order().to()).isEqualTo(TokenMoves.L1_MESSENGER);
                    assertThat(offered.order().amount()).isEqualTo(new SendAmount.Exactly(BigInteger.ZERO));
                    assertThat(offered.order().gasLimit()).contains(new Gas(500_000));
                    assertThat(offered.order().data()).isEqualTo(kept.data());
                });
        assertThat(look.plan().state().target()).isEqualTo(PAYEE);
    }

    @Test
    void aMessageWithACall_namesTheContractThatIsCalled() {
        assertThat(CoinWithdrawal.of(direct(USER, 5, Bytes.fromHex("0xd0e30db0"))))
                .hasValueSatisfying(coin -> {
                    assertThat(coin.from()).isEqualTo(USER);
                    assertThat(coin.to()).isEqualTo(PAYEE);
                    assertThat(coin.amount()).isEqualTo(Wei.of(5));
                });
    }

    private List<Exits.Plan> found() {
        ExitPlace place = new ExitPlace(L2, List.of(l2), L1, List.of(l1), FakeBridge.PORTAL);
        return exits.search(place).onL2(USER, 0).orElseThrow();
    }

    private static Withdrawal direct(Address from, long wei, Bytes call) {
        return TokenMoves.message(from, PAYEE, wei, call);
    }

    private static Withdrawal byBridge(Address from, long wei) {
        return TokenMoves.coin(from, PAYEE, wei);
    }

    private static Withdrawal with(Withdrawal old, Wei value) {
        return new Withdrawal(old.nonce(), old.sender(), old.target(), value, old.gasLimit(), old.data());
    }

    private static Withdrawal longer(Withdrawal old) {
        Bytes data = old.data().plus(Bytes.of(new byte[32]));
        return new Withdrawal(old.nonce(), old.sender(), old.target(), old.value(), old.gasLimit(), data);
    }

    /// Has events, and receipts made of them.
    private static final class Chain extends AnsweringSource {
        private final FakeChain chain;
        private final List<LogClaim> logs = new ArrayList<>();

        private Chain(long id) {
            this.chain = new FakeChain(id);
        }

        /// @param event that names the user, whoever it was
        void sends(Hash32 event, Address emitter, Withdrawal withdrawal, Hash32 transaction) {
            logs.add(TokenMoves.log(emitter, List.of(event, USER.toWord()), Bytes.EMPTY, transaction));
            logs.add(TokenMoves.passed(withdrawal, transaction));
        }

        /// As the portal writes it: nothing is minted, the account on the L2 pays.
        void forces(Address to, long wei, Bytes call) {
            Bytes packed = Bytes.of(Hash32.ZERO.toArray())
                    .plus(Bytes.of(Hash32.ofNumber(wei).toArray()))
                    .plus(Bytes.fromHex("0x0000000000030d4000"))
                    .plus(call);
            Bytes data = Bytes.of(Hash32.ofNumber(32).toArray())
                    .plus(Bytes.of(Hash32.ofNumber(packed.size()).toArray()))
                    .plus(packed)
                    .plus(Bytes.of(new byte[(32 - packed.size() % 32) % 32]));
            List<Hash32> topics = List.of(OpStack.DEPOSITED, USER.toWord(), to.toWord(), Hash32.ZERO);
            logs.add(new LogClaim(
                    FakeBridge.PORTAL, topics, data, 90, Hash32.ofNumber(90), Hash32.ofNumber(500 + wei), wei));
        }

        @Override
        protected Reply<?> answer(Query<?> query) {
            return switch (query) {
                case Query.ChainIdOf _ -> new Reply.Got<>(chain.chainId());
                case Query.HeaderOf _ -> new Reply.Got<>(Optional.of(chain.claim(chain.height())));
                case Query.LogsOf(long from, long to, List<Address> addresses, List<List<Hash32>> topics) ->
                    new Reply.Got<>(logs.stream()
                            .filter(log -> log.blockNumber() >= from && log.blockNumber() <= to)
                            .filter(log -> new LogFilter(addresses, topics)
                                    .matches(new Log(log.emitter(), log.topics(), log.data())))
                            .toList());
                case Query.ReceiptOf(Hash32 hash) -> new Reply.Got<>(Optional.of(receipt(hash)));
                default -> new Reply.Refused<>(-32601, "no such method", Optional.empty());
            };
        }

        private ReceiptClaim receipt(Hash32 hash) {
            return new ReceiptClaim(
                    hash,
                    Hash32.ofNumber(40),
                    40,
                    true,
                    new Gas(1),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    logs.stream().filter(log -> log.transaction().equals(hash)).toList());
        }

        @Override
        public SourceId id() {
            return new SourceId(new ChainId(chain.chainId()), "https://chain" + chain.chainId() + "/");
        }
    }
}
