package org.lifeboat.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.dispute.ContestFact;
import org.lifeboat.engine.dispute.ContestReport;
import org.lifeboat.engine.dispute.ContestStage;
import org.lifeboat.engine.dispute.DisputeState;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.storage.SettingStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;

class ContestWatchTest {
    private static final Instant NOW = Instant.parse("2026-11-21T13:05:00Z");
    private static final Instant DATE = NOW.plus(Duration.ofDays(3));
    private static final Disputes.Plan PLAN = new Disputes.Plan(
            new PlanStore.Id(7),
            new ChainId(10),
            Address.ZERO,
            new DisputeState(
                    Hash32.ofNumber(9).toAddress(),
                    Hash32.ofNumber(13),
                    Hash32.ofNumber(21),
                    DisputeState.Stance.ATTACK,
                    0,
                    16,
                    Optional.empty()),
            NOW);
    private final SettingStore disk = new InMemoryStorage().settings();

    /// A program that was started on what is on the disk.
    private ContestWatch started() {
        return new ContestWatch(disk);
    }

    @Test
    void anAttack_isToldOnce_alsoAfterARestart_andAnotherOneAgain() {
        ContestReport attacked = move(1);

        assertThat(started().isNews(attacked, Haste.THIS_WEEK)).isTrue();
        assertThat(started().isNews(attacked, Haste.THIS_WEEK))
                .as("it was ended before it had told it")
                .isTrue();
        started().remember(attacked, Haste.THIS_WEEK, NOW);
        assertThat(started().isNews(attacked, Haste.THIS_WEEK)).isFalse();
        assertThat(started().isNews(move(1, 4), Haste.THIS_WEEK))
                .as("one more claim was attacked")
                .isTrue();
    }

    @Test
    void aClockThatRunsOut_isSaidAgain_asItPressesMore_thoughNobodyAnswers() {
        started().remember(move(1), Haste.THIS_WEEK, NOW);
        assertThat(started().isNews(move(1), Haste.TODAY)).isTrue();
        started().remember(move(1), Haste.TODAY, NOW);
        assertThat(started().isNews(move(1), Haste.TODAY)).isFalse();

        ContestReport silent = report(ContestStage.SILENT);
        assertThat(started().isNews(silent, Haste.TODAY)).isFalse();
        assertThat(started().isNews(silent, Haste.NOW)).isTrue();
        started().remember(silent, Haste.NOW, NOW);
        assertThat(started().isNews(silent, Haste.NOW)).isFalse();
        assertThat(started().stood(PLAN).orElseThrow().fallsAt())
                .as("a look that could not read forgets nothing")
                .contains(DATE);
    }

    @Test
    void aBondThatCanBeClaimed_isNews_andWaitingForItIsNone() {
        ContestReport later = new ContestReport(
                PLAN, ContestStage.DUE_LATER, Optional.empty(), Optional.of(DATE), List.of(), facts());
        assertThat(started().isNews(later, Haste.CALM)).isFalse();
        started().remember(later, Haste.CALM, NOW);

        assertThat(started().isNews(report(ContestStage.CAN_CLAIM), Haste.THIS_WEEK))
                .isTrue();
        assertThat(started().isNews(report(ContestStage.CAN_UNLOCK), Haste.THIS_WEEK))
                .isTrue();
        assertThat(started().missed(List.of(PLAN), DATE)).containsExactly(new ContestWatch.Missed(PLAN, DATE, false));
    }

    @Test
    void aClockThatRanOutUnseen_isSaid_untilSomebodyLooks() {
        started().remember(move(1), Haste.THIS_WEEK, NOW);

        assertThat(started().missed(List.of(PLAN), DATE.minusSeconds(1))).isEmpty();
        assertThat(started().missed(List.of(PLAN), DATE)).containsExactly(new ContestWatch.Missed(PLAN, DATE, true));
        started().remember(report(ContestStage.SILENT), Haste.NOW, DATE);
        assertThat(started().missed(List.of(PLAN), DATE)).hasSize(1);
        started().remember(report(ContestStage.TOO_LATE), Haste.THIS_WEEK, DATE);
        assertThat(started().missed(List.of(PLAN), DATE.plusSeconds(9))).isEmpty();
    }

    @Test
    void twoHoursLeftToDispute_areNotCalm_andWaitingIs() {
        assertThat(haste(ContestStage.MOVE, Duration.ofDays(3))).isEqualTo(Haste.THIS_WEEK);
        assertThat(haste(ContestStage.MOVE, Haste.LAST_DAY.plusSeconds(1))).isEqualTo(Haste.THIS_WEEK);
        assertThat(haste(ContestStage.MOVE, Haste.LAST_DAY)).isEqualTo(Haste.TODAY);
        assertThat(haste(ContestStage.CHECK, Haste.LAST_HOURS.plusSeconds(1))).isEqualTo(Haste.TODAY);
        assertThat(haste(ContestStage.HAND_OVER, Haste.LAST_HOURS)).isEqualTo(Haste.NOW);
        assertThat(haste(ContestStage.MOVE, Duration.ofHours(-1))).isEqualTo(Haste.NOW);
        assertThat(haste(ContestStage.OWN_WAITS, Duration.ofDays(3))).isEqualTo(Haste.CALM);
        assertThat(haste(ContestStage.OWN_WAITS, Duration.ofHours(2)))
                .as("signed, and in no block")
                .isEqualTo(Haste.NOW);
        assertThat(Haste.of(ContestStage.WAIT, Optional.empty(), NOW)).isEqualTo(Haste.CALM);
        assertThat(Haste.of(ContestStage.CAN_CLAIM, Optional.empty(), NOW)).isEqualTo(Haste.THIS_WEEK);
    }

    @Test
    void whatIsOver_restsForADay() {
        started().remember(report(ContestStage.WON), Haste.CALM, NOW);

        assertThat(started().rests(PLAN, NOW.plus(Duration.ofHours(23)))).isTrue();
        assertThat(started().rests(PLAN, NOW.plus(Duration.ofHours(24)))).isFalse();
        started().remember(move(1), Haste.THIS_WEEK, NOW);
        assertThat(started().rests(PLAN, NOW)).isFalse();
    }

    @Test
    void damagedMemory_isNone() {
        for (String damaged : List.of("", "MOVE", "MOVE x - NOW 1 3", "LATER 1 - NOW 1 3", "MOVE 1 - SOON 1 3")) {
            disk.put("watch.contest.7", damaged);
            assertThat(started().missed(List.of(PLAN), DATE)).isEmpty();
            assertThat(started().isNews(move(1), Haste.THIS_WEEK)).isTrue();
        }
    }

    private static Haste haste(ContestStage stage, Duration left) {
        return Haste.of(stage, Optional.of(NOW.plus(left)), NOW);
    }

    private static ContestReport move(Integer... against) {
        return new ContestReport(
                PLAN, ContestStage.MOVE, Optional.of(DATE), Optional.empty(), List.of(against), facts());
    }

    private static ContestReport report(ContestStage stage) {
        return new ContestReport(PLAN, stage, Optional.empty(), Optional.empty(), List.of(), facts());
    }

    private static List<ContestFact> facts() {
        return List.of(new ContestFact.CanSettle());
    }
}
