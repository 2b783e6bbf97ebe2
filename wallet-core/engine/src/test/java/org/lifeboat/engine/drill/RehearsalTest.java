package org.lifeboat.engine.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.Readiness;
import org.lifeboat.engine.exit.TokenReport;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

class RehearsalTest {
    private static final Assurance POSTED = new Assurance(Assurance.Level.POSTED, Set.of());
    private static final RealMoney.AtHand ALL_AT_HAND = new RealMoney.AtHand(true, 2, 2, 0, false);

    /// Each step takes 100 gas at a price of 1, posting a root a bond of 1,000 besides.
    private static final List<DrillMove> MOVES = List.of(
            sent(ExitStep.INITIATE, 0),
            new DrillMove.Waited(DrillMove.Reason.SEQUENCING_WINDOW, Duration.ofHours(1)),
            sent(ExitStep.OWN_ROOT, 1_000),
            sent(ExitStep.PROVE, 0),
            sent(ExitStep.RESOLVE, 0),
            sent(ExitStep.FINISH, 0));

    @Test
    void whoHasAllThatItTakes_isToldSo() {
        Rehearsal rehearsal = new Rehearsal(money(1_500, open(), ALL_AT_HAND), MOVES);

        assertThat(rehearsal.flaws()).isEmpty();
        assertThat(rehearsal.stoppedAt()).isEmpty();
        assertThat(rehearsal.bill().fees()).isEqualTo(Wei.of(500));
    }

    /// In the sandbox a root takes another bond than on the real chain.
    @Test
    void theBond_isTheRealBridges_whereItWasRead() {
        List<DrillMove> played = List.of(sent(ExitStep.INITIATE, 0), sent(ExitStep.OWN_ROOT, 80_000));
        Rehearsal read = new Rehearsal(money(1_500, open(), ALL_AT_HAND), played);
        BridgeReport unknown = bridge(false, BridgeReport.Roots.UNKNOWN, POSTED);
        Rehearsal unread = new Rehearsal(money(1_500, unknown, ALL_AT_HAND), played);

        assertThat(read.bondIsReal()).isTrue();
        assertThat(read.bill().bonds()).isEqualTo(Wei.of(1_000));
        assertThat(read.broke()).isEmpty();
        assertThat(unread.bondIsReal()).isFalse();
        assertThat(unread.bill().bonds()).isEqualTo(Wei.of(80_000));
    }

    @Test
    void oneWeiTooLittle_endsAtTheStepThatItDoesNotPayFor() {
        assertThat(new Rehearsal(money(1_499, open(), ALL_AT_HAND), MOVES).broke())
                .contains(ExitStep.FINISH);
        assertThat(new Rehearsal(money(1_199, open(), ALL_AT_HAND), MOVES).stoppedAt())
                .contains(ExitStep.OWN_ROOT);
        assertThat(new Rehearsal(money(99, open(), ALL_AT_HAND), MOVES).stoppedAt())
                .contains(ExitStep.INITIATE);
        assertThat(new Rehearsal(money(100, open(), ALL_AT_HAND), MOVES).stoppedAt())
                .as("the first step is just paid for")
                .contains(ExitStep.OWN_ROOT);
    }

    @Test
    void whatIsMissingOnL1_isOneFlaw_withTheSumThatMendsAllOfIt() {
        RealMoney little = money(0, open(), ALL_AT_HAND);
        RealMoney noBond = new RealMoney(
                little.l2(),
                little.l1(),
                little.onL2(),
                POSTED,
                new Readiness(
                        Wei.of(700),
                        Wei.of(600),
                        Optional.empty(),
                        Optional.of(Wei.of(1_000)),
                        Optional.of(Wei.of(900))),
                POSTED,
                Wei.of(1),
                little.bridge(),
                Optional.empty(),
                3_600,
                List.of(),
                ALL_AT_HAND);

        assertThat(Rehearsal.flaws(little)).containsExactly(RehearsalFlaw.TOO_LITTLE_ON_L1);
        assertThat(Rehearsal.missing(little)).contains(Wei.of(1_600));
        assertThat(Rehearsal.flaws(noBond)).containsExactly(RehearsalFlaw.NO_BOND);
        assertThat(Rehearsal.missing(noBond)).contains(Wei.of(900));
    }

    @Test
    void theOneThingToDo_isTheFirstOfAllThatWouldHaveFailed() {
        BridgeReport paused = bridge(true, BridgeReport.Roots.PERMISSIONED, Assurance.MATCHED);
        Rehearsal rehearsal = new Rehearsal(money(10_000, paused, new RealMoney.AtHand(false, 1, 0, 1, true)), MOVES);

        assertThat(rehearsal.flaws())
                .containsExactly(
                        RehearsalFlaw.PAUSED,
                        RehearsalFlaw.SILENT,
                        RehearsalFlaw.ROOTS_CLOSED,
                        RehearsalFlaw.NO_KEY,
                        RehearsalFlaw.NO_EVIDENCE,
                        RehearsalFlaw.ONE_L1_SOURCE,
                        RehearsalFlaw.ONE_L2_SOURCE,
                        RehearsalFlaw.L1_NOT_FOLLOWED);
        assertThat(rehearsal.stoppedAt()).as("nothing can be signed").contains(ExitStep.INITIATE);
    }

    @Test
    void whereOnlyTheOperatorPostsRoots_itEndsThere_andUnreadableRootsAtTheProof() {
        BridgeReport closed = bridge(false, BridgeReport.Roots.PERMISSIONED, POSTED);
        BridgeReport unknown = bridge(false, BridgeReport.Roots.UNKNOWN, POSTED);

        assertThat(new Rehearsal(money(10_000, closed, ALL_AT_HAND), MOVES).stoppedAt())
                .contains(ExitStep.OWN_ROOT);
        assertThat(new Rehearsal(money(10_000, unknown, ALL_AT_HAND), MOVES).stoppedAt())
                .contains(ExitStep.PROVE);
        assertThat(Rehearsal.flaws(money(10_000, unknown, ALL_AT_HAND))).containsExactly(RehearsalFlaw.UNREADABLE);
    }

    @Test
    void aChainThatIsSilentAlready_isNamed_andEndsAtTheProof() {
        RealMoney silent = money(10_000, open(), new RealMoney.AtHand(true, 2, 2, 0, true));

        assertThat(Rehearsal.flaws(silent)).containsExactly(RehearsalFlaw.SILENT);
        assertThat(new Rehearsal(silent, MOVES).stoppedAt()).contains(ExitStep.PROVE);
    }

    @Test
    void aTokenWithoutAWayHome_isNamed_andOneWhoseWayCouldNotBeReadIsNot() {
        RealMoney.Held home = held(TokenReport.Kind.STANDARD_BRIDGE, 100);
        RealMoney.Held less = held(TokenReport.Kind.STANDARD_BRIDGE, 99);
        RealMoney.Held own = held(TokenReport.Kind.OWN_BRIDGE, 0);
        RealMoney.Held unread = held(TokenReport.Kind.COULD_NOT_READ, 0);
        RealMoney money = with(money(10_000, open(), ALL_AT_HAND), List.of(home, less, own, unread));

        assertThat(money.movable()).containsExactly(home);
        assertThat(Rehearsal.staying(money)).containsExactly(less, own);
        assertThat(Rehearsal.flaws(money)).containsExactly(RehearsalFlaw.TOKEN_STAYS);
        assertThat(new Rehearsal(money, MOVES).stoppedAt())
                .as("the coin comes home all the same")
                .isEmpty();
        assertThat(Rehearsal.flaws(with(money, List.of(home, unread)))).isEmpty();
    }

    @Test
    void tokensThatNobodyBroughtHomeInThePlay_areSaidToBeLeft() {
        RealMoney money =
                with(money(10_000, open(), ALL_AT_HAND), List.of(held(TokenReport.Kind.STANDARD_BRIDGE, 100)));
        List<DrillMove> all = new ArrayList<>(MOVES);
        assertThat(new Rehearsal(money, all).leftTokens()).isTrue();

        all.add(new DrillMove.Sent(
                ExitStep.FINISH, false, Hash32.ZERO, new Gas(100), Wei.ZERO, Optional.of("1 playUSD")));

        assertThat(new Rehearsal(money, all).leftTokens()).isFalse();
        assertThat(new Rehearsal(money(10_000, open(), ALL_AT_HAND), MOVES).leftTokens())
                .isFalse();
    }

    @Test
    void theRealWindow_isReckonedWith_inPlaceOfTheSandboxs() {
        RealMoney money = money(10_000, open(), ALL_AT_HAND);

        assertThat(money.silence()).isEqualTo(Duration.ofHours(12));
        assertThat(new Rehearsal(money, MOVES).bill().onEthereum()).isEqualTo(Duration.ofHours(12));
    }

    /// 100 units of a token.
    private static RealMoney.Held held(TokenReport.Kind kind, long locked) {
        Token token = new Token(new ChainId(10), Address.ZERO, "Dollar", "USD", 2, Optional.empty(), Optional.empty());
        return new RealMoney.Held(
                token,
                BigInteger.valueOf(100),
                POSTED,
                new TokenReport(token, kind, Optional.of(Address.ZERO), BigInteger.valueOf(locked)));
    }

    private static RealMoney with(RealMoney money, List<RealMoney.Held> tokens) {
        return new RealMoney(
                money.l2(),
                money.l1(),
                money.onL2(),
                money.ofL2(),
                money.ready(),
                money.ofL1(),
                money.price(),
                money.bridge(),
                money.contest(),
                money.window(),
                tokens,
                money.atHand());
    }

    private static DrillMove sent(ExitStep step, long along) {
        return new DrillMove.Sent(step, false, Hash32.ZERO, new Gas(100), Wei.of(along));
    }

    private static BridgeReport open() {
        return bridge(false, BridgeReport.Roots.OPEN, POSTED);
    }

    private static BridgeReport bridge(boolean paused, BridgeReport.Roots roots, Assurance assurance) {
        return new BridgeReport(
                paused,
                Duration.ofDays(7),
                Duration.ofHours(84),
                roots,
                0,
                Wei.of(1_000),
                Optional.empty(),
                Address.ZERO,
                Address.ZERO,
                Optional.empty(),
                Optional.empty(),
                assurance);
    }

    /// @param held on L1, where the steps take 600 at twice the price and the bond 1,000 besides
    private static RealMoney money(long held, BridgeReport bridge, RealMoney.AtHand atHand) {
        Network l1 =
                new Network(new ChainId(1), "Ethereum", "ETH", new Network.Layer.L1(), false, Network.Origin.BUNDLED);
        Network l2 = new Network(
                new ChainId(10),
                "OP Mainnet",
                "ETH",
                new Network.Layer.L2(l1.chain(), Network.Stack.OP_STACK),
                false,
                Network.Origin.BUNDLED);
        boolean nothing = held == 0;
        Readiness ready = new Readiness(
                Wei.of(held),
                Wei.of(600),
                nothing ? Optional.of(Wei.of(600)) : Optional.empty(),
                Optional.of(Wei.of(1_000)),
                nothing ? Optional.of(Wei.of(1_600)) : Optional.empty());
        return new RealMoney(
                l2,
                l1,
                Wei.of(5),
                POSTED,
                ready,
                POSTED,
                Wei.of(1),
                bridge,
                Optional.empty(),
                3_600,
                List.of(),
                atHand);
    }
}
