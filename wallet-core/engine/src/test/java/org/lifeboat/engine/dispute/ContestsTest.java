package org.lifeboat.engine.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.GameRange;
import org.lifeboat.rollups.opstack.GameType;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.dispute.DisputeAction;
import org.lifeboat.rollups.opstack.dispute.DisputeClaim;
import org.lifeboat.rollups.opstack.dispute.DisputeCredit;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;
import org.lifeboat.rollups.opstack.dispute.Position;

/// What windows are told of a contest.
class ContestsTest {
    private static final Address GAME = Hash32.ofNumber(9).toAddress();
    private static final Address THEM = Hash32.ofNumber(66).toAddress();
    private static final Hash32 ROOT = Hash32.ofNumber(13);
    private static final L1Time FIRM = new L1Time(1_300);
    private static final Footing YOUNG = new Footing.Young(FIRM);
    private static final L1Time SOON = new L1Time(1_100);

    @Test
    void aClaim_saysWhatItCounters_howDeepItIs_andHowLongItCanBeCountered() {
        Contest.Tree tree = Contests.of(game(0, Game.Status.IN_PROGRESS, 4), Optional.of(dispute()))
                .tree()
                .orElseThrow();

        assertThat(tree.claims()).extracting(Contest.Claim::attack).containsExactly(false, true, false, true);
        assertThat(tree.claims()).extracting(Contest.Claim::belowSplit).containsExactly(false, false, true, false);
        assertThat(tree.claims()).extracting(Contest.Claim::countered).containsExactly(false, false, false, true);
        assertThat(tree.claims().get(1))
                .isEqualTo(new Contest.Claim(
                        1, OptionalInt.of(0), true, THEM, Wei.of(101), false, false, new L1Time(1_200)));
        assertThat(tree.claims().get(2).countersUntil())
                .as("its parent's side has used some of its time")
                .isEqualTo(new L1Time(1_250));
        assertThat(tree.settlesAt()).isEqualTo(new L1Time(1_400));
        assertThat(tree.now()).isEqualTo(new L1Time(500));
    }

    @Test
    void anOpenRoot_isContestedFromTheSecondClaimOn_andASettledOneSaysWhoWon() {
        assertThat(Contests.of(game(0, Game.Status.IN_PROGRESS, 1), Optional.empty()))
                .isEqualTo(new Contest(
                        GAME,
                        Contest.Kind.OPEN,
                        0,
                        new L2Block(16),
                        ROOT,
                        new L1Time(100),
                        Contest.Status.IN_PROGRESS,
                        1,
                        Optional.empty()));
        assertThat(status(Game.Status.IN_PROGRESS, 2)).isEqualTo(Contest.Status.CONTESTED);
        assertThat(status(Game.Status.CHALLENGER_WINS, 2)).isEqualTo(Contest.Status.CHALLENGER_WINS);
        assertThat(status(Game.Status.DEFENDER_WINS, 2)).isEqualTo(Contest.Status.DEFENDER_WINS);
    }

    @Test
    void onlyAnOpenContestOfClaims_canBePlayedHere() {
        for (long type : new long[] {0, 1, 4, 6, 4_000}) {
            Contest contest = Contests.of(game(type, Game.Status.IN_PROGRESS, 1), Optional.empty());
            assertThat(contest.kind().name()).isEqualTo(GameType.of(type).name());
            assertThat(contest.canBePlayed()).isEqualTo(type == 0);
        }
        assertThat(Contests.of(game(0, Game.Status.CHALLENGER_WINS, 2), Optional.empty())
                        .canBePlayed())
                .isFalse();
    }

    @Test
    void whatIsToBeDone_isSaidClaimByClaim_thenWhatItCostsAtMost() {
        DisputeGame dispute = dispute();
        DisputeClaim claim = dispute.claims().get(2);
        List<DisputeAction> actions = List.of(
                new DisputeAction.Move(claim, false, claim.position().defend(), ROOT, Wei.of(7), SOON),
                new DisputeAction.NeedsTrace(claim, SOON),
                new DisputeAction.NeedsRoot(claim, 12),
                new DisputeAction.ShowNumber(14, SOON),
                new DisputeAction.TooLate(claim));

        assertThat(Contests.facts(new DisputeNext.Act(actions, dispute, Wei.of(30), YOUNG)))
                .containsExactly(
                        new ContestFact.Counter(2, false, Wei.of(7), SOON),
                        new ContestFact.NeedsTrace(2, SOON),
                        new ContestFact.NeedsRoot(12),
                        new ContestFact.ShowNumber(14, SOON),
                        new ContestFact.TooLate(2),
                        new ContestFact.StillNew(FIRM),
                        new ContestFact.HandOver(GAME, Optional.of("cannon")),
                        new ContestFact.BondsAtMost(Wei.of(30)));
        assertThat(Contests.facts(new DisputeNext.Act(actions.subList(4, 5), dispute, Wei.ZERO, YOUNG)))
                .as("nothing is put in")
                .containsExactly(new ContestFact.TooLate(2));
    }

    /// A move that arrives where its game stands no more is a mere payment to an address without code.
    @Test
    void aMoveIntoAGameThatL1CanStillLose_waits_whereThereIsTime() {
        long inTime = 500 + Footing.HURRY.toSeconds();

        assertThat(facts(move(inTime), YOUNG)).contains(new ContestFact.AwaitFinal(FIRM));
        assertThat(facts(move(inTime - 1), YOUNG)).contains(new ContestFact.StillNew(FIRM));
        assertThat(facts(move(inTime), new Footing.Firm()))
                .containsExactly(new ContestFact.Counter(2, false, Wei.of(7), new L1Time(inTime)));
    }

    private static List<ContestFact> facts(DisputeAction action, Footing footing) {
        return Contests.facts(new DisputeNext.Act(List.of(action), dispute(), Wei.ZERO, footing));
    }

    private static DisputeAction move(long until) {
        DisputeClaim claim = dispute().claims().get(2);
        return new DisputeAction.Move(claim, false, claim.position().defend(), ROOT, Wei.of(7), new L1Time(until));
    }

    @Test
    void whereNothingIsToBeDone_thatIsSaid() {
        DisputeGame dispute = dispute();
        Game game = dispute.game();
        assertThat(Contests.facts(new DisputeNext.CouldNotLook("no source")))
                .containsExactly(new ContestFact.CouldNotLook("no source"));
        assertThat(Contests.facts(new DisputeNext.Gone())).containsExactly(new ContestFact.Gone());
        assertThat(Contests.facts(new DisputeNext.OtherGame(game, Wei.ZERO)))
                .containsExactly(new ContestFact.OtherGame());
        assertThat(Contests.facts(new DisputeNext.OtherGame(game, Wei.of(7))))
                .containsExactly(new ContestFact.OtherGame(), new ContestFact.BondsStand(Wei.of(7)));
        assertThat(Contests.facts(new DisputeNext.Ended(game(0, Game.Status.DEFENDER_WINS, 2), Optional.empty())))
                .containsExactly(new ContestFact.EndedUnchecked(true));
        assertThat(Contests.facts(new DisputeNext.NotPlayed(GameType.PROVEN, game(6, Game.Status.IN_PROGRESS, 0))))
                .containsExactly(new ContestFact.NotPlayed(Contest.Kind.PROVEN, 6));
        assertThat(Contests.facts(new DisputeNext.Wait(dispute, SOON))).containsExactly(new ContestFact.Wait(SOON));
        assertThat(Contests.facts(new DisputeNext.CanSettle(dispute, call(), List.of())))
                .containsExactly(new ContestFact.CanSettle());
        DisputeAction.NeedsTrace trace =
                new DisputeAction.NeedsTrace(dispute.claims().get(2), SOON);
        assertThat(Contests.facts(new DisputeNext.CanSettle(dispute, call(), List.of(trace))))
                .as("what is settled does not hide what others must do in time")
                .containsExactly(
                        new ContestFact.CanSettle(),
                        new ContestFact.NeedsTrace(2, SOON),
                        new ContestFact.HandOver(GAME, Optional.of("cannon")));
    }

    @Test
    void whatIsDueInTheEnd_isSaidWithWhatHasToBeDoneForIt() {
        assertThat(due(5, false, Optional.of(call()), Optional.empty()))
                .isEqualTo(new ContestFact.CanUnlock(Wei.of(5)));
        assertThat(due(5, true, Optional.of(call()), Optional.of(SOON)))
                .isEqualTo(new ContestFact.CanBePaid(Wei.of(5)));
        assertThat(due(5, true, Optional.empty(), Optional.of(SOON)))
                .isEqualTo(new ContestFact.PayableFrom(Wei.of(5), SOON));
        assertThat(due(5, false, Optional.empty(), Optional.empty()))
                .isEqualTo(new ContestFact.PayableLater(Wei.of(5)));
        assertThat(due(0, false, Optional.of(call()), Optional.empty())).isEqualTo(new ContestFact.NothingDue());
    }

    private static ContestFact due(long amount, boolean unlocked, Optional<L1Call> next, Optional<L1Time> payableAt) {
        DisputeCredit credit = new DisputeCredit(Wei.of(amount), unlocked, next, payableAt);
        List<ContestFact> facts = Contests.facts(
                new DisputeNext.Over(game(0, Game.Status.CHALLENGER_WINS, 2), false, Optional.of(credit)));
        assertThat(facts).hasSize(2).first().isEqualTo(new ContestFact.Ended(false));
        return facts.getLast();
    }

    private static L1Call call() {
        return new L1Call(GAME, Wei.ZERO, Bytes.fromHex("0x2810e1d6"));
    }

    private static Contest.Status status(Game.Status status, long claims) {
        return Contests.of(game(0, status, claims), Optional.empty()).status();
    }

    private static Game game(long type, Game.Status status, long claims) {
        return new Game(
                Optional.of(1L),
                type,
                GAME,
                new L1Time(100),
                ROOT,
                new L2Block(16),
                status,
                status == Game.Status.IN_PROGRESS ? Optional.empty() : Optional.of(new L1Time(2_000)),
                true,
                true,
                claims,
                Optional.of(Duration.ofSeconds(1_000)));
    }

    /// The root, an attack on it, a continuation of that, and a settled attack on the root.
    private static DisputeGame dispute() {
        Position attack = Position.ROOT.attack();
        List<DisputeClaim> claims = List.of(
                claim(0, OptionalInt.empty(), Position.ROOT, 0, 100),
                claim(1, OptionalInt.of(0), attack, 50, 200),
                claim(2, OptionalInt.of(1), attack.defend(), 0, 300),
                claim(3, OptionalInt.of(0), attack, 0, 400));
        return new DisputeGame(
                game(0, Game.Status.IN_PROGRESS, 4),
                new GameRange(Optional.empty(), Hash32.ofNumber(21)),
                4,
                1,
                Duration.ofSeconds(1_000),
                Duration.ofSeconds(10),
                claims,
                List.of(Wei.of(1), Wei.of(2), Wei.of(3)),
                false,
                new L1Time(500));
    }

    private static DisputeClaim claim(int index, OptionalInt parent, Position position, long used, long madeAt) {
        return new DisputeClaim(
                index,
                parent,
                index == 3 ? Optional.of(GAME) : Optional.empty(),
                THEM,
                Wei.of(100 + index),
                Hash32.ofNumber(70 + index),
                position,
                Duration.ofSeconds(used),
                new L1Time(madeAt));
    }
}
