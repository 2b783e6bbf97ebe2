package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.fake.AnsweringSource;
import org.lifeboat.engine.fake.FakeBridge;
import org.lifeboat.engine.fake.HeaderClaims;
import org.lifeboat.engine.fake.RollupHeader;
import org.lifeboat.engine.network.Network;
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
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.TokenExit;
import org.lifeboat.rollups.opstack.TokenHolding;
import org.lifeboat.rollups.opstack.TokenWithdrawal;
import org.lifeboat.rollups.opstack.Withdrawal;

/// Tokens on their way home: what a plan keeps of them, takes for its own, and finds again.
class TokenExitTest {
    private static final Address USER = TokenMoves.USER;
    private static final Hash32 ON_L2 = Hash32.ofNumber(77);
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
    private static final ExitState WANTED =
            ExitState.wanted(ExitState.Way.SEQUENCER, USER, TokenMoves.token(1_500_000));

    private final InMemoryStorage storage = new InMemoryStorage();
    private final Exits exits = new Exits(storage, InstantSource.system(), PATIENCE);
    private final Server server = new Server();

    @Test
    void whatIsKept_isReadBack() {
        ExitState known = WANTED.with(Optional.of(ON_L2)).with(TokenMoves.home(USER, USER, 1_500_000), new L2Block(40));
        for (ExitState state : List.of(WANTED, known)) {
            assertThat(ExitJson.read(ExitJson.write(state))).contains(state);
        }
        assertThat(WANTED.said("ETH")).isEqualTo("1.5 BRDG");
        ExitToken unknown = new ExitToken(TokenMoves.PAIR, BigInteger.TEN, "", 0);
        assertThat(unknown.said()).isEqualTo("10 " + TokenMoves.PAIR.l2Token().toChecksum());
    }

    /// A server names another withdrawal as what came of the plan's transaction.
    @Test
    void onlyWhatWasWanted_isTakenForThePlansOwn() {
        assertThat(WANTED.isOf(TokenMoves.home(USER, USER, 1_500_000))).isTrue();
        assertThat(WANTED.isOf(TokenMoves.home(USER, TokenMoves.STRANGER, 1_500_000)))
                .isFalse();
        assertThat(WANTED.isOf(TokenMoves.home(USER, USER, 1_499_999))).isFalse();
        Withdrawal coin = new Withdrawal(BigInteger.ONE, USER, USER, Wei.ZERO, BigInteger.TEN, Bytes.EMPTY);
        assertThat(WANTED.isOf(coin)).isFalse();
        ExitState nothing = ExitState.wanted(ExitState.Way.SEQUENCER, TokenMoves.L1_MESSENGER, Wei.ZERO);
        assertThat(nothing.isOf(coin)).as("another target").isFalse();
    }

    @Test
    void theFirstStep_goesToTheBridge_onTheLayerThatWasChosen() {
        SendOrderOf sequencer = order(WANTED);
        assertThat(sequencer.request().network()).isEqualTo(L2);
        assertThat(sequencer.request().order().to()).isEqualTo(OpStack.L2_TOKEN_BRIDGE);
        assertThat(sequencer.data()).startsWith("0x540abf73");
        SendOrderOf forced = order(ExitState.wanted(ExitState.Way.THROUGH_L1, USER, TokenMoves.token(1_500_000)));
        assertThat(forced.request().network()).isEqualTo(L1);
        assertThat(forced.request().order().to()).isEqualTo(FakeBridge.PORTAL);
        assertThat(forced.data()).startsWith("0xe9e05c42").contains("540abf73");
    }

    @Test
    void whatTheBridgeRefused_isTriedAgain_withGasOfItsOwn() {
        TokenWithdrawal tokens =
                TokenWithdrawal.of(TokenMoves.home(USER, USER, 1_500_000)).orElseThrow();
        Exits.Look look = look(WANTED, new ExitNext.Replay(tokens.withdrawal()));

        assertThat(new ExitRequests(PATIENCE).next(look, place(), ExitWish.NONE))
                .isInstanceOfSatisfying(ExitRequest.Offered.class, offered -> {
                    assertThat(offered.step()).isEqualTo(ExitStep.REPLAY);
                    assertThat(offered.order().to()).isEqualTo(TokenMoves.L1_MESSENGER);
                    assertThat(offered.order().gasLimit()).contains(new Gas(500_000));
                    assertThat(offered.order().data())
                            .isEqualTo(tokens.withdrawal().data());
                });
        assertThat(ExitReport.of(look).stage()).isEqualTo(ExitStage.CAN_REPLAY);
    }

    @Test
    void aDatabaseThatWasLost_isFoundAgain_withTokenAndAmount() {
        server.sends(USER, TokenMoves.home(USER, TokenMoves.STRANGER, 9));

        List<Exits.Plan> found = exits.search(place()).onL2(USER, 0).orElseThrow();

        assertThat(found).hasSize(1);
        ExitState state = found.getFirst().state();
        assertThat(state.token()).contains(new ExitToken(TokenMoves.PAIR, BigInteger.valueOf(9), "", 0));
        assertThat(state.target()).isEqualTo(TokenMoves.STRANGER);
        assertThat(state.l2Transaction()).contains(ON_L2);
        assertThat(exits.search(place()).onL2(USER, 0))
                .as("twice finds nothing new")
                .contains(List.of());
    }

    /// Its rows are a server's word; what they carry says whose it is.
    @Test
    void rowsThatLie_makeNoPlans() {
        server.sends(USER, TokenMoves.home(TokenMoves.STRANGER, USER, 9));
        assertThat(exits.search(place()).onL2(USER, 0)).as("somebody else's").contains(List.of());
        Withdrawal mine = TokenMoves.home(USER, USER, 9);
        LogClaim honest = TokenMoves.passed(mine, ON_L2);
        server.receipts.put(
                ON_L2,
                List.of(TokenMoves.log(
                        honest.emitter(),
                        honest.topics(),
                        honest.data().slice(0, honest.data().size() - 64),
                        ON_L2)));
        assertThat(exits.search(place()).onL2(USER, 0)).as("cut off").contains(List.of());
        server.receipts.clear();
        assertThat(exits.search(place()).onL2(USER, 0))
                .as("who names a transaction and does not show it has not given its events")
                .isEmpty();
        assertThat(exits.all()).isEmpty();
    }

    @Test
    void aDeposit_asksForTheAllowanceFirst_andForNoMore() {
        assertThat(next(1_000, 0)).isEqualTo(new TokenDeposit.TooLittle(BigInteger.valueOf(1_000)));
        assertThat(step(1_500_000, 0)).isEqualTo(TokenDeposit.Step.APPROVE);
        assertThat(step(1_500_000, 1_499_999))
                .as("some tokens let nobody change an allowance but to zero")
                .isEqualTo(TokenDeposit.Step.TAKE_BACK);
        assertThat(step(1_500_000, 1_500_000)).isEqualTo(TokenDeposit.Step.DEPOSIT);
        TokenDeposit.Offered approve = (TokenDeposit.Offered) next(9_000_000, 0);
        assertThat(approve.order().to()).isEqualTo(TokenMoves.PAIR.l1Token());
        assertThat(approve.order().data().toHex())
                .endsWith(Hash32.ofNumber(1_500_000).toHex().substring(2));
        TokenDeposit.Offered back = (TokenDeposit.Offered) next(9_000_000, 1);
        assertThat(back.order().data().toHex()).endsWith(Hash32.ZERO.toHex().substring(2));
    }

    private TokenDeposit.Step step(long held, long allowed) {
        return ((TokenDeposit.Offered) next(held, allowed)).step();
    }

    private TokenDeposit next(long held, long allowed) {
        TokenDeposit.Wish wish = new TokenDeposit.Wish(
                USER,
                USER,
                TokenMoves.token(1_500_000),
                new TokenExit.StandardBridge(TokenMoves.L1_BRIDGE, TokenMoves.PAIR.l1Token(), BigInteger.ZERO));
        return TokenDeposit.next(
                place(), wish, new TokenHolding(BigInteger.valueOf(held), BigInteger.valueOf(allowed)));
    }

    private record SendOrderOf(ExitRequest.Offered request) {
        String data() {
            return request.order().data().toHex();
        }
    }

    private SendOrderOf order(ExitState state) {
        return new SendOrderOf((ExitRequest.Offered)
                new ExitRequests(PATIENCE).next(look(state, new ExitNext.Initiate()), place(), ExitWish.NONE));
    }

    private static Exits.Look look(ExitState state, ExitNext next) {
        Exits.Plan plan = new Exits.Plan(new PlanStore.Id(1), L2.chain(), USER, state, Instant.EPOCH);
        return new Exits.Look(plan, next, List.of(), Optional.empty(), Optional.empty(), List.of());
    }

    private ExitPlace place() {
        return new ExitPlace(L2, List.of(server), L1, List.of(), FakeBridge.PORTAL);
    }

    /// An L2 whose bridge has sent something.
    private static final class Server extends AnsweringSource {
        private final List<LogClaim> rows = new ArrayList<>();
        private final Map<Hash32, List<LogClaim>> receipts = new HashMap<>();

        void sends(Address named, Withdrawal withdrawal) {
            rows.clear();
            rows.add(TokenMoves.sent(named, ON_L2));
            receipts.put(ON_L2, List.of(TokenMoves.passed(withdrawal, ON_L2)));
        }

        @Override
        public SourceId id() {
            return new SourceId(L2.chain(), "https://l2.example");
        }

        @Override
        protected Reply<?> answer(Query<?> query) {
            return switch (query) {
                case Query.ChainIdOf _ -> new Reply.Got<>(901L);
                case Query.HeaderOf _ ->
                    new Reply.Got<>(
                            Optional.of(HeaderClaims.of(RollupHeader.of(Hash32.ZERO, 50, Hash32.ZERO, Hash32.ZERO))));
                case Query.LogsOf(var _, var _, List<Address> emitters, var _) ->
                    new Reply.Got<>(emitters.contains(OpStack.L2_TOKEN_BRIDGE) ? List.copyOf(rows) : List.of());
                case Query.ReceiptOf(Hash32 hash) ->
                    new Reply.Got<>(Optional.ofNullable(receipts.get(hash)).map(logs -> receipt(hash, logs)));
                default -> new Reply.Refused<>(-32_601, "no such method", Optional.empty());
            };
        }

        private static ReceiptClaim receipt(Hash32 hash, List<LogClaim> logs) {
            return new ReceiptClaim(
                    hash,
                    Hash32.ofNumber(40),
                    40,
                    true,
                    new Gas(1),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    logs);
        }
    }
}
