package org.lifeboat.engine.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.send.Pending;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.GameRange;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.dispute.DisputeAction;
import org.lifeboat.rollups.opstack.dispute.DisputeClaim;
import org.lifeboat.rollups.opstack.dispute.DisputeCredit;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;
import org.lifeboat.rollups.opstack.dispute.Position;

/// What watchers and lists are told of a contest.
class ContestReportTest {
    private static final Address GAME = Hash32.ofNumber(9).toAddress();
    private static final Hash32 ROOT = Hash32.ofNumber(13);
    private static final L1Time SOON = new L1Time(1_100);
    private static final L1Time LATER = new L1Time(1_200);
    private static final PlanStore.Id ID = new PlanStore.Id(7);

    @Test
    void ofSeveralClaimsToAnswer_theFirstClockCounts_andAllAreNamed() {
        ContestReport report = ContestReport.of(
                look(act(move(2, LATER), move(1, SOON), new DisputeAction.TooLate(claim(0))), List.of()));

        assertThat(report.stage()).isEqualTo(ContestStage.MOVE);
        assertThat(report.fallsAt()).contains(SOON.toInstant());
        assertThat(report.against()).containsExactly(1, 2);
    }

    @Test
    void aMoveThatIsSigned_waits_butItsClockRunsOn() {
        Pending signed = signed("dispute 7: move 1 attack", new Status.Sent(Instant.EPOCH));
        ContestReport waits = ContestReport.of(look(act(move(1, SOON)), List.of(signed)));
        assertThat(waits.stage()).isEqualTo(ContestStage.OWN_WAITS);
        assertThat(waits.fallsAt()).contains(SOON.toInstant());

        ContestReport other = ContestReport.of(look(act(move(1, SOON), move(2, LATER)), List.of(signed)));
        assertThat(other.stage()).as("another claim is not answered").isEqualTo(ContestStage.MOVE);
        Pending kept = signed("dispute 7: move 1 attack", new Status.Saved());
        assertThat(ContestReport.of(look(act(move(1, SOON)), List.of(kept))).stage())
                .as("nobody has it")
                .isEqualTo(ContestStage.MOVE);
    }

    @Test
    void whatElseHasToBeDoneInTime_hasItsDeadlineToo() {
        ContestReport check = ContestReport.of(look(act(new DisputeAction.NeedsRoot(claim(0), 12)), List.of()));
        assertThat(check.stage()).isEqualTo(ContestStage.CHECK);
        assertThat(check.fallsAt()).as("the clock of whoever could counter it").contains(Instant.ofEpochSecond(1_100));
        ContestReport trace = ContestReport.of(look(act(new DisputeAction.NeedsTrace(claim(0), SOON)), List.of()));
        assertThat(trace.stage()).isEqualTo(ContestStage.HAND_OVER);
        assertThat(trace.fallsAt()).contains(SOON.toInstant());
        ContestReport number = ContestReport.of(look(act(new DisputeAction.ShowNumber(14, SOON)), List.of()));
        assertThat(number.stage()).isEqualTo(ContestStage.MOVE);
        ContestReport late = ContestReport.of(look(act(new DisputeAction.TooLate(claim(0))), List.of()));
        assertThat(late.stage()).isEqualTo(ContestStage.TOO_LATE);
        assertThat(late.fallsAt()).isEmpty();
    }

    @Test
    void whatIsDue_isSaidWithItsDate() {
        assertThat(over(credit(5, false, Optional.of(call()), Optional.empty())).stage())
                .isEqualTo(ContestStage.CAN_UNLOCK);
        assertThat(over(credit(5, true, Optional.of(call()), Optional.of(SOON))).stage())
                .isEqualTo(ContestStage.CAN_CLAIM);
        ContestReport later = over(credit(5, true, Optional.empty(), Optional.of(SOON)));
        assertThat(later.stage()).isEqualTo(ContestStage.DUE_LATER);
        assertThat(later.notBefore()).contains(SOON.toInstant());
        assertThat(over(credit(0, false, Optional.of(call()), Optional.empty())).stage())
                .isEqualTo(ContestStage.WON);
    }

    @Test
    void waiting_hasTheDateFromWhichItCanBeSettled() {
        ContestReport waits = ContestReport.of(look(new DisputeNext.Wait(dispute(), LATER), List.of()));
        assertThat(waits.stage()).isEqualTo(ContestStage.WAIT);
        assertThat(waits.notBefore()).contains(LATER.toInstant());
        assertThat(ContestReport.of(look(new DisputeNext.CanSettle(dispute(), call(), List.of()), List.of()))
                        .stage())
                .isEqualTo(ContestStage.CAN_SETTLE);
    }

    @Test
    void whatCanBeSettled_doesNotHideWhatOthersHaveToDoBefore() {
        List<DisputeAction.NeedsTrace> others =
                List.of(new DisputeAction.NeedsTrace(claim(1), LATER), new DisputeAction.NeedsTrace(claim(2), SOON));
        ContestReport report = ContestReport.of(look(new DisputeNext.CanSettle(dispute(), call(), others), List.of()));

        assertThat(report.stage()).isEqualTo(ContestStage.HAND_OVER);
        assertThat(report.fallsAt()).contains(SOON.toInstant());
        assertThat(report.against()).containsExactly(1, 2);
        assertThat(report.facts()).contains(new ContestFact.CanSettle(), new ContestFact.NeedsTrace(2, SOON));
    }

    private static ContestReport over(DisputeCredit credit) {
        return ContestReport.of(look(new DisputeNext.Over(game(), true, Optional.of(credit)), List.of()));
    }

    private static DisputeCredit credit(long amount, boolean unlocked, Optional<L1Call> next, Optional<L1Time> at) {
        return new DisputeCredit(Wei.of(amount), unlocked, next, at);
    }

    private static L1Call call() {
        return new L1Call(GAME, Wei.ZERO, Bytes.fromHex("0x2810e1d6"));
    }

    private static Disputes.Look look(DisputeNext next, List<Pending> waiting) {
        DisputeState state =
                new DisputeState(GAME, ROOT, Hash32.ofNumber(21), DisputeState.Stance.ATTACK, 0, 16, Optional.empty());
        return new Disputes.Look(
                new Disputes.Plan(ID, new ChainId(10), Address.ZERO, state, Instant.EPOCH),
                next,
                waiting,
                Wei.ZERO,
                Optional.empty(),
                List.of());
    }

    private static Pending signed(String note, Status status) {
        return Pending.of(new OwnTransaction(
                new ChainId(1),
                ROOT,
                Address.ZERO,
                new Nonce(0),
                OwnTransaction.Kind.CONTRACT_CALL,
                Bytes.EMPTY,
                Optional.of(GAME),
                new OwnTransaction.Asset.Coin("ETH"),
                BigInteger.ONE,
                new FeeParts(Wei.ZERO, Wei.ZERO, Wei.ZERO),
                Optional.empty(),
                status,
                note,
                Instant.EPOCH,
                Instant.EPOCH));
    }

    private static DisputeNext act(DisputeAction... actions) {
        return new DisputeNext.Act(List.of(actions), dispute(), Wei.ZERO, new Footing.Firm());
    }

    private static DisputeAction move(int index, L1Time until) {
        DisputeClaim claim = claim(index);
        return new DisputeAction.Move(claim, true, claim.position().attack(), ROOT, Wei.of(7), until);
    }

    private static Game game() {
        return new Game(
                Optional.of(1L),
                0,
                GAME,
                new L1Time(100),
                ROOT,
                new L2Block(16),
                Game.Status.IN_PROGRESS,
                Optional.empty(),
                true,
                true,
                3,
                Optional.of(Duration.ofSeconds(1_000)));
    }

    private static DisputeGame dispute() {
        return new DisputeGame(
                game(),
                new GameRange(Optional.empty(), Hash32.ofNumber(21)),
                4,
                1,
                Duration.ofSeconds(1_000),
                Duration.ofSeconds(10),
                List.of(claim(0), claim(1), claim(2)),
                List.of(Wei.of(1), Wei.of(2), Wei.of(3)),
                false,
                new L1Time(500));
    }

    private static DisputeClaim claim(int index) {
        return new DisputeClaim(
                index,
                index == 0 ? OptionalInt.empty() : OptionalInt.of(0),
                Optional.empty(),
                GAME,
                Wei.of(1),
                ROOT,
                index == 0 ? Position.ROOT : Position.ROOT.attack(),
                Duration.ZERO,
                new L1Time(100));
    }
}
