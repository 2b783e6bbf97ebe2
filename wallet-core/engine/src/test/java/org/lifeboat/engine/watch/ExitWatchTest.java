package org.lifeboat.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.storage.SettingStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Wei;

class ExitWatchTest {
    private static final Instant NOW = Instant.parse("2026-11-21T13:05:00Z");
    private static final Instant DATE = NOW.plus(Duration.ofDays(3));
    private static final Exits.Plan PLAN = new Exits.Plan(
            new PlanStore.Id(7),
            new ChainId(10),
            Address.ZERO,
            ExitState.wanted(ExitState.Way.SEQUENCER, Address.ZERO, Wei.of(1)),
            NOW);
    private final SettingStore disk = new InMemoryStorage().settings();

    /// A program that was started on what is on the disk.
    private ExitWatch started() {
        return new ExitWatch(disk);
    }

    @Test
    void whatCallsForTheUser_isToldOnce_alsoAfterARestart() {
        ExitReport ready = report(ExitStage.CAN_FINISH);

        assertThat(started().isNews(ready)).isTrue();
        assertThat(started().isNews(ready))
                .as("it was ended before it had told it")
                .isTrue();
        started().remember(ready, NOW);
        assertThat(started().isNews(ready)).isFalse();
    }

    @Test
    void waiting_isNoNews_andWhatComesAfterItIs() {
        ExitReport waiting = report(ExitStage.WAITING);
        assertThat(started().isNews(waiting)).isFalse();
        started().remember(waiting, NOW);

        assertThat(started().isNews(report(ExitStage.CAN_FINISH))).isTrue();
        assertThat(started().isNews(report(ExitStage.WAITING_CONTESTED))).isTrue();
        assertThat(started().isNews(report(ExitStage.ROOT_IN_DOUBT))).isTrue();
        assertThat(started().isNews(report(ExitStage.ROOT_IN_DOUBT_ALONE))).isTrue();
        assertThat(started().isNews(report(ExitStage.PAUSED))).isTrue();
    }

    @Test
    void aLookThatCouldNotRead_saysNothingAndForgetsNothing() {
        started().remember(report(ExitStage.WAITING), NOW);
        ExitReport silent = report(ExitStage.L1_SILENT);

        assertThat(started().isNews(silent)).isFalse();
        started().remember(silent, NOW);
        assertThat(started().missed(List.of(PLAN), DATE)).hasSize(1);
    }

    @Test
    void aDateThatPassedUnseen_isSaid_untilSomebodyLooks() {
        started().remember(report(ExitStage.WAITING), NOW);

        assertThat(started().missed(List.of(PLAN), DATE.minusSeconds(1))).isEmpty();
        assertThat(started().missed(List.of(PLAN), DATE)).containsExactly(new ExitWatch.Missed(PLAN, DATE, false));
        assertThat(started().date(PLAN)).contains(DATE);
        started().remember(report(ExitStage.CAN_FINISH), DATE);
        assertThat(started().missed(List.of(PLAN), DATE.plusSeconds(9))).isEmpty();
    }

    @Test
    void aRootThatCouldFallUnseen_isSaid_andIsNoDateToFinish() {
        started().remember(report(ExitStage.ROOT_IN_DOUBT), NOW);

        assertThat(started().fallsAt(PLAN)).contains(DATE);
        assertThat(started().date(PLAN)).isEmpty();
        assertThat(started().stood(PLAN).orElseThrow().notBefore()).isEmpty();
        assertThat(started().missed(List.of(PLAN), DATE.minusSeconds(1))).isEmpty();
        assertThat(started().missed(List.of(PLAN), DATE)).containsExactly(new ExitWatch.Missed(PLAN, DATE, true));
        started().remember(report(ExitStage.MUST_PROVE_AGAIN), DATE);
        assertThat(started().missed(List.of(PLAN), DATE.plusSeconds(9))).isEmpty();
    }

    @Test
    void damagedMemory_isNone() {
        for (String damaged : List.of("", "WAITING", "WAITING x 3", "LATER 1 2", "WAITING 99999999999999999999 2")) {
            disk.put("watch.exit.7", damaged);
            assertThat(started().missed(List.of(PLAN), DATE)).isEmpty();
            assertThat(started().isNews(report(ExitStage.CAN_FINISH))).isTrue();
        }
    }

    private static ExitReport report(ExitStage stage) {
        return new ExitReport(
                PLAN,
                stage,
                stage == ExitStage.WAITING ? Optional.of(DATE) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                stage == ExitStage.ROOT_IN_DOUBT
                        ? Optional.of(new ExitReport.Doubt(DATE, Optional.empty()))
                        : Optional.empty(),
                Optional.empty(),
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
