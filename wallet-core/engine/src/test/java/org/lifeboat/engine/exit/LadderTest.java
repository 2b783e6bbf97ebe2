package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Game;

class LadderTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_000_000);

    @Test
    void rhythm_isTheMiddlePause_andCountsOnlyRootsThatCount() {
        List<Game> games = List.of(
                game(999_000, true),
                game(998_500, false),
                game(997_000, true),
                game(993_000, true),
                game(992_000, true));
        RootRhythm rhythm = RootRhythm.of(games).orElseThrow();

        assertThat(rhythm.newest()).isEqualTo(Instant.ofEpochSecond(999_000));
        assertThat(rhythm.between()).isEqualTo(Duration.ofSeconds(2_000));
        assertThat(RootRhythm.of(games.subList(0, 2)))
                .as("one that counts shows no rhythm")
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} s after the last root, {1} s apart, at most {2}: in {3} s, late {4}")
    @CsvSource({
        "600, 3600, 3600, 3000, false",
        "3600, 3600, 3600, 0, false",
        "3601, 3600, 3600, 3600, false",
        "7200, 3600, 3600, 3600, false",
        "7201, 3600, 3600, 3600, true",
        "500, 180, 1200, 180, false", // three in a row for somebody's withdrawals, and now it is quiet again
        "1201, 180, 1200, 180, true",
        "99999, 180, , 180, false" // two roots only
    })
    void nextRoot_isDueAPauseAfterTheLast_orAfterNowWhereItIsLate(
            long since, long between, @Nullable Long longest, long in, boolean late) {
        RootRhythm rhythm = new RootRhythm(
                NOW.minusSeconds(since),
                5,
                Duration.ofSeconds(between),
                Optional.ofNullable(longest).map(Duration::ofSeconds),
                Optional.empty());

        assertThat(rhythm.next(NOW)).isEqualTo(NOW.plusSeconds(in));
        assertThat(rhythm.late(NOW)).isEqualTo(late);
    }

    @Test
    void payout_waitsForTheLaterOfTheTwoClocks() {
        Optional<RootRhythm> rhythm = Optional.of(new RootRhythm(
                NOW, 5, Duration.ofHours(1), Optional.of(Duration.ofHours(1)), Optional.of(Duration.ofHours(84))));
        assertThat(Ladder.waiting(bridge(7 * 24), rhythm)).isEqualTo(Duration.ofHours(168));
        assertThat(Ladder.waiting(bridge(1), rhythm)).isEqualTo(Duration.ofHours(168));
        assertThat(Ladder.waiting(bridge(1), Optional.empty())).isEqualTo(Duration.ofHours(84));
    }

    @Test
    void ladder_namesNoDateThatNobodyKnows() {
        List<Ladder.Rung> rungs =
                Ladder.of(bridge(168), Optional.empty(), ExitState.Way.THROUGH_L1, NOW, Duration.ofHours(12));

        List<Ladder.Kind> kinds = new ArrayList<>();
        rungs.forEach(rung -> kinds.add(rung.kind()));
        assertThat(kinds)
                .containsExactly(
                        Ladder.Kind.START_THROUGH_L1, Ladder.Kind.ON_L2, Ladder.Kind.PROVE, Ladder.Kind.FINISH);
        assertThat(rungs.get(1).from()).contains(NOW.plus(Duration.ofHours(12)));
        assertThat(rungs.get(2).from()).isEmpty();
        assertThat(rungs.get(3).from()).isEmpty();
    }

    private static BridgeReport bridge(long maturityHours) {
        return new BridgeReport(
                false,
                Duration.ofHours(maturityHours),
                Duration.ofHours(84),
                BridgeReport.Roots.OPEN,
                8,
                Wei.of(80),
                Optional.empty(),
                Address.ZERO,
                Address.ZERO,
                Optional.empty(),
                Optional.empty(),
                Assurance.MATCHED);
    }

    private static Game game(long at, boolean respected) {
        return new Game(
                Optional.of(0L),
                8,
                Address.ZERO,
                new L1Time(at),
                Hash32.ZERO,
                new L2Block(50),
                Game.Status.IN_PROGRESS,
                Optional.empty(),
                true,
                respected,
                1,
                Optional.of(Duration.ofHours(84)));
    }
}
