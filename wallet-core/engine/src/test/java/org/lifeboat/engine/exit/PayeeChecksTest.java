package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.fake.FakeBridge;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.FakeSource;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.ExitFacts;
import org.lifeboat.rollups.opstack.Proof;
import org.lifeboat.rollups.opstack.Standing;
import org.lifeboat.rollups.opstack.Withdrawal;

/// What is said of the address that an exit pays, before anything is signed for it.
class PayeeChecksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Address USER = TokenMoves.USER;
    private static final Address PAYEE = Hash32.ofNumber(0xbeef).toAddress();
    private static final Bytes CODE = Bytes.fromHex("0x6080604052");
    private static final Bytes DELEGATES = Bytes.fromHex("0xef0100").plus(Bytes.of(USER.toArray()));
    private static final Check MAY_REJECT = Check.of(Check.Kind.PAYEE_HAS_CODE, PAYEE.toChecksum(), "L1");

    private final FakeChain state = new FakeChain(900);
    private final FakeSource first = new FakeSource(state, "a");
    private final FakeSource second = new FakeSource(new FakeChain(900), "b");

    @Test
    void codeThatIsPaid_isSaid_beforeTheFirstStepAndBeforeTheLast() {
        state.at(PAYEE).code = CODE;

        assertThat(first(coin(PAYEE))).containsExactly(MAY_REJECT);
        assertThat(last(withdrawn(PAYEE))).containsExactly(MAY_REJECT);
        state.at(PAYEE).code = DELEGATES;
        assertThat(first(coin(PAYEE))).as("what it runs may reject it too").containsExactly(MAY_REJECT);
    }

    @Test
    void anAccountWithoutCode_andTheOwnAccount_areNothingToSpeakOf() {
        assertThat(first(coin(PAYEE))).isEmpty();
        assertThat(last(withdrawn(PAYEE))).isEmpty();
        state.at(USER).code = DELEGATES;
        int asked = first.requests().size();
        assertThat(first(coin(USER))).isEmpty();
        assertThat(first.requests()).as("nobody is asked").hasSize(asked);
    }

    /// The messenger keeps what is rejected, and a token is handed out without asking its owner.
    @Test
    void whatIsNotLostWhenItIsRejected_isNotCalledLost() {
        Check contract = Check.of(Check.Kind.RECIPIENT_IS_CONTRACT, PAYEE.toChecksum());
        ExitState tokens = ExitState.wanted(ExitState.Way.THROUGH_L1, PAYEE, TokenMoves.token(1_500_000));
        state.at(PAYEE).code = CODE;
        assertThat(first(tokens)).containsExactly(contract);
        assertThat(last(found(TokenMoves.coin(USER, PAYEE, 5)))).containsExactly(contract);
        assertThat(last(found(TokenMoves.home(USER, PAYEE, 5)))).containsExactly(contract);
        state.at(PAYEE).code = DELEGATES;
        assertThat(first(tokens)).isEmpty();
    }

    @Test
    void wordAgainstWord_theOneThatWarnsIsHeard_andSilenceIsSaid() {
        provesNothing(first);
        provesNothing(second);
        says(second, CODE);
        assertThat(first(coin(PAYEE))).containsExactly(MAY_REJECT);

        silent(second);
        assertThat(first(coin(PAYEE))).as("one word that there is none").isEmpty();
        silent(first);
        assertThat(first(coin(PAYEE))).containsExactly(Check.of(Check.Kind.PAYEE_UNREAD, PAYEE.toChecksum(), "L1"));
    }

    @Test
    void whoHidesCode_isCaughtByTheProof() {
        state.at(PAYEE).code = CODE;
        says(first, Bytes.EMPTY);
        silent(second);
        assertThat(first(coin(PAYEE))).containsExactly(Check.of(Check.Kind.PAYEE_UNREAD, PAYEE.toChecksum(), "L1"));
        assertThat(first.refutations()).hasSize(1);
    }

    private static void says(FakeSource source, Bytes code) {
        source.twist((query, reply) -> query instanceof Query.CodeOf ? new Reply.Got<>(code) : reply);
    }

    private static void provesNothing(FakeSource source) {
        source.twist((query, reply) -> query instanceof Query.ProofOf
                ? new Reply.Refused<>(-32_601, "no such method", Optional.empty())
                : reply);
    }

    private static void silent(FakeSource source) {
        source.twist((_, _) -> new Reply.Failed<>(Reply.Failure.UNREACHABLE, "no route"));
    }

    private static ExitState coin(Address target) {
        return ExitState.wanted(ExitState.Way.SEQUENCER, target, Wei.of(300));
    }

    private static ExitState withdrawn(Address target) {
        return found(new Withdrawal(BigInteger.ONE, USER, target, Wei.of(300), BigInteger.TEN, Bytes.EMPTY));
    }

    private static ExitState found(Withdrawal withdrawal) {
        return ExitState.found(Hash32.ofNumber(77), withdrawal, new L2Block(40));
    }

    private List<Check> first(ExitState state) {
        return said(state, new ExitNext.Initiate());
    }

    private List<Check> last(ExitState state) {
        Proof proof = new Proof(USER, new L1Time(950), FakeBridge.game(1, 50, Hash32.ZERO), false);
        ExitFacts facts =
                new ExitFacts(new L1Time(10_000), FakeBridge.bridge(false), false, List.of(), List.of(proof.game()));
        return said(state, new ExitNext.OnL1(new Standing.CanFinish(proof), facts));
    }

    private List<Check> said(ExitState state, ExitNext next) {
        Exits.Plan plan = new Exits.Plan(new PlanStore.Id(1), new ChainId(901), USER, state, Instant.EPOCH);
        Exits.Look look = new Exits.Look(plan, next, List.of(), Optional.empty(), Optional.empty(), List.of());
        ExitRequest.Offered offered =
                (ExitRequest.Offered) new ExitRequests(PATIENCE).next(look, place(), ExitWish.NONE);
        return offered.first();
    }

    private ExitPlace place() {
        Network l1 = new Network(new ChainId(900), "L1", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);
        Network l2 = new Network(
                new ChainId(901),
                "L2",
                "ETH",
                new Network.Layer.L2(l1.chain(), Network.Stack.OP_STACK),
                true,
                Network.Origin.USER);
        return new ExitPlace(l2, List.of(), l1, List.of(first, second), FakeBridge.PORTAL);
    }
}
