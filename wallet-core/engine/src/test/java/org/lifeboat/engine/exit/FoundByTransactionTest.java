package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.fake.AnsweringSource;
import org.lifeboat.engine.fake.FakeBridge;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.LogClaim;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.ReceiptClaim;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.TokenCalls;
import org.lifeboat.rollups.opstack.Withdrawal;
import org.lifeboat.rollups.opstack.execution.DepositTransaction;

/// A withdrawal of which nothing is left but the hash of the transaction that began it.
class FoundByTransactionTest {
    private static final Address USER = TokenMoves.USER;
    private static final List<Address> WALLET = List.of(Hash32.ofNumber(0xa11ce).toAddress(), USER);
    private static final Hash32 HASH = Hash32.ofNumber(77);
    private static final Network L1 =
            new Network(new ChainId(900), "L1", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);
    private static final Network L2 = new Network(
            new ChainId(901),
            "L2",
            "ETH",
            new Network.Layer.L2(new ChainId(900), Network.Stack.OP_STACK),
            true,
            Network.Origin.USER);

    private final InMemoryStorage storage = new InMemoryStorage();
    private final Exits exits = new Exits(storage, InstantSource.system(), Duration.ofSeconds(5));
    private final Server one = new Server(L2, "https://one.example");
    private final Server two = new Server(L2, "https://two.example");
    private final Server l1 = new Server(L1, "https://l1.example");

    @Test
    void coinAndTokens_ofOneTransaction_areFound_andKnownTheNextTime() {
        one.has(true, coin(USER, 1), TokenMoves.home(USER, USER, 9), coin(TokenMoves.STRANGER, 2));

        assertThat(search()).isInstanceOfSatisfying(ExitSearch.Sent.Own.class, own -> {
            assertThat(own.known()).isZero();
            assertThat(own.fresh())
                    .allSatisfy(plan -> assertThat(plan.account()).isEqualTo(USER))
                    .extracting(plan -> plan.state().withdrawal().orElseThrow())
                    .containsExactly(coin(USER, 1), TokenMoves.home(USER, USER, 9));
        });
        assertThat(search()).isEqualTo(new ExitSearch.Sent.Own(List.of(), 2));
        assertThat(exits.all()).hasSize(2);
    }

    @Test
    void whatOneSourceDoesNotHave_anotherIsAskedFor() {
        two.has(true, coin(USER, 1));

        assertThat(search()).isInstanceOf(ExitSearch.Sent.Own.class);
    }

    @Test
    void whatIsNoWithdrawalOfTheUser_isSaidAsWhatItIs_andMakesNoPlan() {
        assertThat(search()).isEqualTo(new ExitSearch.Sent.InNoBlock());
        one.has(true, coin(TokenMoves.STRANGER, 1), TokenMoves.home(TokenMoves.STRANGER, USER, 9));
        assertThat(search()).isEqualTo(new ExitSearch.Sent.NotMine());
        one.has(true);
        assertThat(search()).isEqualTo(new ExitSearch.Sent.NoWithdrawal());
        one.has(false, coin(USER, 1));
        assertThat(search()).isEqualTo(new ExitSearch.Sent.Reverted());
        one.silent = true;
        assertThat(search()).as("the other one answers").isEqualTo(new ExitSearch.Sent.InNoBlock());
        two.silent = true;
        assertThat(search()).isEqualTo(new ExitSearch.Sent.Silent());
        assertThat(exits.all()).isEmpty();
    }

    /// Only the hash on L1 is left; the L2 has carried it out.
    @Test
    void whatL1Forced_isFoundByItsHashThere_asTheTransactionThatTheLayer2MadeOfIt() {
        LogClaim forced = forced(USER, OpStack.initiate(USER, Wei.of(7)), 3);
        l1.has(HASH, true, forced);
        one.has(onL2(forced), true, TokenMoves.passed(coin(USER, 7), onL2(forced)));

        assertThat(search())
                .isInstanceOfSatisfying(
                        ExitSearch.Sent.Own.class,
                        own -> assertThat(own.fresh()).singleElement().satisfies(plan -> {
                            assertThat(plan.state().l2Transaction()).contains(onL2(forced));
                            assertThat(plan.state().withdrawal()).contains(coin(USER, 7));
                        }));
        assertThat(search()).isEqualTo(new ExitSearch.Sent.Own(List.of(), 1));
        assertThat(exits.all()).hasSize(1);
    }

    /// The L2's servers are gone, or have not taken it yet: the exit waits for it there.
    @Test
    void whatL1Forced_isFound_alsoWhileTheLayer2DoesNotShowIt() {
        LogClaim coin = forced(USER, OpStack.initiate(TokenMoves.STRANGER, Wei.of(7)), 3);
        LogClaim tokens =
                forced(USER, TokenCalls.withdraw(TokenMoves.PAIR, TokenMoves.STRANGER, BigInteger.valueOf(9)), 4);
        LogClaim another = forced(TokenMoves.STRANGER, OpStack.initiate(USER, Wei.of(8)), 5);
        l1.has(HASH, true, coin, tokens, another);
        for (boolean silent : List.of(false, true)) {
            one.silent = silent;
            two.silent = silent;
            assertThat(search())
                    .isInstanceOfSatisfying(
                            ExitSearch.Sent.Own.class,
                            own -> assertThat(own.fresh()).hasSize(silent ? 0 : 2));
        }
        assertThat(exits.all())
                .extracting(
                        plan -> plan.state().way(),
                        plan -> plan.state().l2Transaction(),
                        plan -> plan.state().target())
                .containsExactly(
                        tuple(ExitState.Way.THROUGH_L1, Optional.of(onL2(coin)), TokenMoves.STRANGER),
                        tuple(ExitState.Way.THROUGH_L1, Optional.of(onL2(tokens)), TokenMoves.STRANGER));
    }

    /// It was signed here, and nobody has looked since under which name the L2 has it.
    @Test
    void whatAPlanHereHasSigned_isKnown_andBegunNoSecondTime() {
        LogClaim forced = forced(USER, OpStack.initiate(USER, Wei.of(7)), 3);
        l1.has(HASH, true, forced);
        Exits.Plan plan = exits.begin(L2.chain(), USER, ExitState.wanted(ExitState.Way.THROUGH_L1, USER, Wei.of(7)));
        storage.activity()
                .put(new OwnTransaction(
                        L1.chain(),
                        HASH,
                        USER,
                        new Nonce(0),
                        OwnTransaction.Kind.CONTRACT_CALL,
                        Bytes.EMPTY,
                        Optional.of(FakeBridge.PORTAL),
                        new OwnTransaction.Asset.Coin("ETH"),
                        BigInteger.ZERO,
                        new FeeParts(Wei.ZERO, Wei.ZERO, Wei.ZERO),
                        Optional.empty(),
                        new Status.Sent(Instant.EPOCH),
                        ExitStep.INITIATE.note(plan.id()),
                        Instant.EPOCH,
                        Instant.EPOCH));

        assertThat(search()).isEqualTo(new ExitSearch.Sent.Own(List.of(), 1));
        one.has(onL2(forced), true, TokenMoves.passed(coin(USER, 7), onL2(forced)));
        assertThat(search()).isEqualTo(new ExitSearch.Sent.Own(List.of(), 1));
        assertThat(exits.all()).hasSize(1);
    }

    @Test
    void whatOfL1ForcedNoWithdrawalOfTheUser_isSaidAsWhatItIs_andMakesNoPlan() {
        l1.has(HASH, false);
        assertThat(search()).as("it failed").isEqualTo(new ExitSearch.Sent.NoDeposit());
        LogClaim elsewhere = forced(USER, OpStack.initiate(USER, Wei.of(7)), 3);
        l1.has(
                HASH,
                true,
                new LogClaim(
                        TokenMoves.L1_BRIDGE, // not this L2's portal
                        elsewhere.topics(),
                        elsewhere.data(),
                        90,
                        elsewhere.blockHash(),
                        HASH,
                        3));
        assertThat(search()).isEqualTo(new ExitSearch.Sent.NoDeposit());
        l1.has(HASH, true, forced(TokenMoves.STRANGER, OpStack.initiate(USER, Wei.of(7)), 3));
        assertThat(search()).isEqualTo(new ExitSearch.Sent.NotMine());
        LogClaim payment = forced(USER, new L1Call(TokenMoves.STRANGER, Wei.of(7), Bytes.EMPTY), 3);
        l1.has(HASH, true, payment);
        assertThat(search()).isEqualTo(new ExitSearch.Sent.NoWithdrawal());
        one.has(onL2(payment), false);
        assertThat(search()).isEqualTo(new ExitSearch.Sent.Reverted());
        l1.silent = true;
        assertThat(search()).isEqualTo(new ExitSearch.Sent.L1Silent());
        assertThat(exits.all()).isEmpty();
    }

    private ExitSearch.Sent search() {
        return exits.search(new ExitPlace(L2, List.of(one, two), L1, List.of(l1), FakeBridge.PORTAL))
                .in(HASH, WALLET);
    }

    /// As the portal writes it: nothing is minted, the account on the L2 pays.
    private static LogClaim forced(Address from, L1Call call, long index) {
        Bytes packed = word(0).plus(word(call.value().value().longValueExact()))
                .plus(Bytes.fromHex("0x0000000000030d4000"))
                .plus(call.data());
        Bytes data = word(32).plus(word(packed.size()))
                .plus(packed)
                .plus(Bytes.of(new byte[(Hash32.SIZE - packed.size() % Hash32.SIZE) % Hash32.SIZE]));
        List<Hash32> topics =
                List.of(OpStack.DEPOSITED, from.toWord(), call.to().toWord(), Hash32.ZERO);
        return new LogClaim(FakeBridge.PORTAL, topics, data, 90, Hash32.ofNumber(90), HASH, index);
    }

    private static Bytes word(long number) {
        return Bytes.of(Hash32.ofNumber(number).toArray());
    }

    private static Hash32 onL2(LogClaim log) {
        Log event = new Log(log.emitter(), log.topics(), log.data());
        return OpStack.depositTransaction(FakeBridge.PORTAL, event, log.blockHash(), log.logIndex())
                        instanceof Answer.Proven<DepositTransaction>(DepositTransaction deposit)
                ? deposit.hash()
                : Hash32.ZERO;
    }

    private static Withdrawal coin(Address from, long wei) {
        return new Withdrawal(BigInteger.valueOf(wei), from, from, Wei.of(wei), BigInteger.TEN, Bytes.EMPTY);
    }

    private static final class Server extends AnsweringSource {
        private final Network network;
        private final String url;
        private final Map<Hash32, ReceiptClaim> receipts = new HashMap<>();
        private boolean silent;

        private Server(Network network, String url) {
            this.network = network;
            this.url = url;
        }

        private void has(boolean succeeded, Withdrawal... sent) {
            has(
                    HASH,
                    succeeded,
                    List.of(sent).stream()
                            .map(one -> TokenMoves.passed(one, HASH))
                            .toArray(LogClaim[]::new));
        }

        private void has(Hash32 transaction, boolean succeeded, LogClaim... logs) {
            receipts.put(
                    transaction,
                    new ReceiptClaim(
                            transaction,
                            Hash32.ofNumber(40),
                            40,
                            succeeded,
                            new Gas(1),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(logs)));
        }

        @Override
        public SourceId id() {
            return new SourceId(network.chain(), url);
        }

        @Override
        protected Reply<?> answer(Query<?> query) {
            return query instanceof Query.ReceiptOf(Hash32 hash) && !silent
                    ? new Reply.Got<>(Optional.ofNullable(receipts.get(hash)))
                    : new Reply.Refused<>(-32_601, "no such method", Optional.empty());
        }
    }
}
