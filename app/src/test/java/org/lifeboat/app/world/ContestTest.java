package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.activity.Activity;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.dispute.ContestFact;
import org.lifeboat.engine.dispute.DisputeNext;
import org.lifeboat.engine.dispute.DisputeRequest;
import org.lifeboat.engine.dispute.DisputeSearch;
import org.lifeboat.engine.dispute.DisputeState;
import org.lifeboat.engine.dispute.DisputeStep;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.dispute.Footing;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.world.PlayWorld;

/// A root that nobody but the user contests, by the wallet's own plan: from the verdict to the last coin.
class ContestTest {
    /// Twice the contest's time, the bridge's and the bond's, with room.
    private static final int MOST_TURNS = 16;

    private static final Duration SPAN = Duration.ofHours(85);

    private WorldWallet wallet;

    @BeforeEach
    void open() throws IOException {
        wallet = WorldWallet.quick(Keccak256.digest(new byte[] {1}));
        wallet.l2Door.rpc("sandbox_tell", "[\"challenger\",{\"kind\":\"stop\"}]");
    }

    @AfterEach
    void close() throws IOException {
        assertThat(wallet.rollup().faults().all()).isEmpty();
        wallet.close();
    }

    @Test
    void aFalseRoot_isBroughtDown_andWhoseBondItWas() throws InterruptedException {
        wallet.l2Door.rpc("sandbox_tell", "[\"proposer\",{\"kind\":\"falseRoots\"}]");
        Disputes.Plan contest = finalContest();
        BigInteger before = wallet.truth(WorldWallet.L1);

        List<DisputeStep> steps = new ArrayList<>();
        for (int turn = 0; turn < MOST_TURNS && !steps.contains(DisputeStep.CLAIM); turn++) {
            Optional<DisputeStep> step = wallet.carryOut(contest);
            step.ifPresent(steps::add);
            if (step.isPresent()) {
                wallet.blocks(1);
            } else {
                wallet.skip(SPAN);
            }
        }

        assertThat(steps)
                .containsExactly(
                        DisputeStep.MOVE,
                        DisputeStep.SETTLE,
                        DisputeStep.SETTLE,
                        DisputeStep.SETTLE,
                        DisputeStep.UNLOCK,
                        DisputeStep.CLAIM);
        assertThat(wallet.disputes().look(contest, wallet.place()).next())
                .isInstanceOfSatisfying(
                        DisputeNext.Over.class, over -> assertThat(over.won()).isTrue());
        BigInteger won = wallet.truth(WorldWallet.L1).subtract(before);
        assertThat(won)
                .as("the liar's bond, less the fees")
                .isBetween(PlayWorld.ether(7).value().divide(BigInteger.valueOf(100)), eighty());
    }

    /// Neither a check nor a plan of before, and nobody of the L2 to ask.
    @Test
    void withEveryServerOfTheLayer2Gone_whatStandsInAContestIsGotOutAgain() throws InterruptedException {
        wallet.l2Door.rpc("sandbox_tell", "[\"proposer\",{\"kind\":\"falseRoots\"}]");
        BigInteger before = wallet.truth(WorldWallet.L1);
        Disputes.Plan contest = finalContest();
        assertThat(wallet.carryOut(contest)).contains(DisputeStep.MOVE);
        wallet.blocks(1);
        wallet.disputes().forget(contest.id());
        Disputes.Plan plan = followed(contest.state().game());

        List<DisputeStep> steps = new ArrayList<>();
        for (int turn = 0; turn < MOST_TURNS && !steps.contains(DisputeStep.CLAIM); turn++) {
            Optional<DisputeStep> step = wallet.carryOut(wallet.disputes().look(plan, onL1Alone()));
            step.ifPresent(steps::add);
            if (step.isPresent()) {
                wallet.blocks(1);
            } else {
                wallet.skip(SPAN);
            }
        }

        assertThat(steps)
                .containsExactly(
                        DisputeStep.SETTLE,
                        DisputeStep.SETTLE,
                        DisputeStep.SETTLE,
                        DisputeStep.UNLOCK,
                        DisputeStep.CLAIM);
        assertThat(wallet.truth(WorldWallet.L1).subtract(before))
                .as("the own bond and the liar's, less the fees")
                .isPositive();
        assertThat(followed(contest.state().game()).id()).as("not begun twice").isEqualTo(plan.id());
        assertThat(wallet.disputes().look(plan, onL1Alone()).next()).isInstanceOf(DisputeNext.Ended.class);
    }

    /// A new profile knows the words of the account, and whom to ask about L1.
    @Test
    void whereAllRecordsAreGone_aContestIsFoundByItsMoves_andItsBondComesBack() throws InterruptedException {
        wallet.l2Door.rpc("sandbox_tell", "[\"proposer\",{\"kind\":\"falseRoots\"}]");
        BigInteger before = wallet.truth(WorldWallet.L1);
        Disputes.Plan contest = finalContest();
        assertThat(found()).as("nothing is in it yet").isEmpty();
        assertThat(wallet.carryOut(contest)).contains(DisputeStep.MOVE);
        wallet.blocks(1);
        assertThat(found()).as("known already").isEmpty();

        wallet.process.startFromNothing(wallet.own());
        assertThat(wallet.disputes().all()).isEmpty();
        Disputes.Plan plan = found().getFirst();

        assertThat(plan.state().game()).isEqualTo(contest.state().game());
        assertThat(plan.state().stance()).isEqualTo(DisputeState.Stance.UNCHECKED);
        assertThat(found()).as("not begun twice").isEmpty();
        List<DisputeStep> steps = new ArrayList<>();
        for (int turn = 0; turn < MOST_TURNS && !steps.contains(DisputeStep.CLAIM); turn++) {
            Optional<DisputeStep> step = wallet.carryOut(wallet.disputes().look(plan, onL1Alone()));
            step.ifPresent(steps::add);
            if (step.isPresent()) {
                wallet.blocks(1);
            } else {
                wallet.skip(SPAN);
            }
        }
        assertThat(steps).endsWith(DisputeStep.UNLOCK, DisputeStep.CLAIM);
        assertThat(wallet.truth(WorldWallet.L1).subtract(before))
                .as("the own bond and the liar's, less the fees")
                .isPositive();
        wallet.blocks(1);
        wallet.disputes().forget(plan.id());
        assertThat(found()).as("nothing is in it any more").isEmpty();
    }

    private List<Disputes.Plan> found() {
        long blocks = wallet.sandbox().l1().history().newest().number();
        DisputeSearch.Found found =
                wallet.disputes().search(onL1Alone()).all(wallet.own(), blocks).orElseThrow();
        assertThat(found.unread()).isZero();
        return found.fresh();
    }

    @Test
    void whereNobodyGivesEventsOfL1_theSearchIsNoFindingOfNothing() {
        wallet.l1Door.rpc("sandbox_misbehave", "[{\"kind\":\"deny\",\"about\":\"eth_getLogs\"}]");

        assertThat(wallet.disputes().search(onL1Alone()).all(wallet.own(), 1_000))
                .isEmpty();
    }

    @Test
    void whereNoGameIs_nothingIsFollowed() {
        assertThat(wallet.disputes().follow(onL1Alone(), wallet.own(), SeededWorld.FRIEND))
                .isInstanceOf(Disputes.Followed.Absent.class);
    }

    private Disputes.Plan followed(Address game) {
        return wallet.disputes().follow(onL1Alone(), wallet.own(), game)
                        instanceof Disputes.Followed.Kept(Disputes.Plan plan)
                ? plan
                : fail("nothing to follow");
    }

    private ExitPlace onL1Alone() {
        ExitPlace place = wallet.place();
        return new ExitPlace(place.l2(), List.of(), place.l1(), place.l1Sources(), place.portal());
    }

    /// Sent again it would put the bond where no game stands, or into another one.
    @Test
    void aMoveWhoseGameAReorganisationTookAway_isKnownToGoAstray() throws InterruptedException {
        moved();
        OwnTransaction move = move();
        assertThat(wallet.disputes().movesOn(move)).contains(WorldWallet.L2.chain());
        assertThat(wallet.disputes().aim(move, wallet.place())).isEqualTo(Disputes.Aim.RIGHT);

        wallet.sandbox().l1().reorganise(8, false).orElseThrow();

        assertThat(wallet.disputes().aim(move, onL1Alone())).isEqualTo(Disputes.Aim.ASTRAY);
        ExitPlace place = onL1Alone();
        ExitPlace dead = new ExitPlace(place.l2(), List.of(), place.l1(), List.of(), place.portal());
        assertThat(wallet.disputes().aim(move, dead)).isEqualTo(Disputes.Aim.UNREAD);
    }

    /// A bond of 0.08 coins. Source: op-contracts, `FaultDisputeGame.getRequiredBond`, at depth 0.
    private static BigInteger eighty() {
        return PlayWorld.ether(8).value().divide(BigInteger.valueOf(100));
    }

    /// It was on its way when L1 went another way, and is carried out where no game stands.
    @Test
    void aBondThatArrivesWhereItsGameStandsNoMore_isSaidToBeLost() throws InterruptedException {
        Disputes.Plan contest = moved();
        wallet.blocks(1);
        assertThat(wallet.disputes().look(contest, onL1Alone()).lost())
                .as("it stands in its game")
                .isEqualTo(Wei.ZERO);
        wallet.l2Door.rpc("sandbox_tell", "[\"proposer\",{\"kind\":\"stop\"}]");

        wallet.sandbox().l1().reorganise(9, false).orElseThrow();
        wallet.handOver(move());
        wallet.blocks(2);

        Disputes.Look look = wallet.disputes().look(contest, onL1Alone());
        assertThat(look.next()).isInstanceOf(DisputeNext.Gone.class);
        assertThat(look.lost().value()).isBetween(eighty(), eighty().shiftLeft(1));
        assertThat(look.facts()).contains(new ContestFact.Gone(), new ContestFact.BondsLost(look.lost()));
    }

    private OwnTransaction move() {
        return new Activity(wallet.storage())
                .everything(ActivityFilter.of(wallet.own())).stream()
                        .filter(own -> own.note().contains("move"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void aMove_isOfferedOnceL1HasItsGameFinal() throws InterruptedException {
        wallet.l2Door.rpc("sandbox_tell", "[\"proposer\",{\"kind\":\"falseRoots\"}]");
        Disputes.Plan contest = contest();

        L1Time firm = wallet.heldUntil(contest).orElseThrow();
        assertThat(wallet.request(contest)).isInstanceOf(DisputeRequest.Nothing.class);
        assertThat(wallet.disputes().look(contest, wallet.place()).facts()).contains(new ContestFact.AwaitFinal(firm));

        wallet.untilFinal(contest);
        assertThat(wallet.heldUntil(contest)).isEmpty();
        assertThat(wallet.carryOut(contest)).contains(DisputeStep.MOVE);
    }

    @Test
    void aTrueRoot_isLeftAlone() throws InterruptedException {
        Disputes.Plan contest = contest();

        assertThat(wallet.request(contest)).isInstanceOf(DisputeRequest.Nothing.class);
        assertThat(wallet.disputes().look(contest, wallet.place()).next()).isInstanceOf(DisputeNext.Wait.class);
    }

    /// On an L1 that makes nothing final for longer than usual, and that nobody follows here: a move is made, and its
    /// game can still go.
    private Disputes.Plan moved() throws InterruptedException {
        wallet.l2Door.rpc("sandbox_tell", "[\"proposer\",{\"kind\":\"falseRoots\"}]");
        wallet.sandbox().l1().beacon().stopFinality();
        Disputes.Plan contest = contest();
        wallet.skip(Footing.EPOCH.multipliedBy(Footing.EPOCHS));
        assertThat(wallet.carryOut(wallet.disputes().look(contest, onL1Alone())))
                .contains(DisputeStep.MOVE);
        return contest;
    }

    /// So old that a move is offered.
    private Disputes.Plan finalContest() throws InterruptedException {
        Disputes.Plan contest = contest();
        wallet.untilFinal(contest);
        return contest;
    }

    private Disputes.Plan contest() throws InterruptedException {
        Exits.Plan exit = wallet.begin(ExitState.Way.SEQUENCER, PlayWorld.ether(2));
        assertThat(wallet.carryOut(exit)).isTrue();
        wallet.blocks(4);
        CheckReport report = wallet.check(new CheckWish.Newest());
        return wallet.disputes()
                .begin(WorldWallet.L2.chain(), wallet.own(), report)
                .orElseThrow(() -> new AssertionError(report.finding() + " " + report.troubles()));
    }
}
