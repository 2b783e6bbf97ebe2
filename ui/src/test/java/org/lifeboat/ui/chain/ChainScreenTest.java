package org.lifeboat.ui.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.exit.BridgeReport.Roots;
import org.lifeboat.engine.watch.ChainWatch.Seen;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.chain.ChainScreen.Diagnosis;
import org.lifeboat.ui.tasks.Tasks;

class ChainScreenTest {
    private static final Duration IN_TIME = Duration.ofHours(2);
    private static final Duration LATE = Duration.ofHours(2).plusSeconds(1);

    @Test
    void diagnosis_saysTheWorstThatWasSeen() {
        assertThat(of(false, ChainCases.RUNS, IN_TIME)).isEqualTo(Diagnosis.NOTHING_NOTICED);
        assertThat(of(false, ChainCases.RUNS, LATE)).isEqualTo(Diagnosis.ROOTS_LATE);
        assertThat(of(false, ChainCases.STILL, LATE)).isEqualTo(Diagnosis.STANDS_STILL);
        assertThat(of(true, ChainCases.RUNS, IN_TIME)).isEqualTo(Diagnosis.PAUSED);
    }

    @Test
    void aSilentSource_isBlamedOnlyWhereRootsComeAsAlways() {
        assertThat(of(false, new Seen.Silent(), IN_TIME)).isEqualTo(Diagnosis.SOURCE_SILENT);
        assertThat(of(false, new Seen.Silent(), LATE)).isEqualTo(Diagnosis.ROOTS_LATE);
    }

    @Test
    void withoutL1_nothingIsToldOfTheChain() {
        assertThat(ChainCases.silent().diagnosis()).isEqualTo(Diagnosis.COULD_NOT_TELL);
    }

    @Test
    void aDeskThatFails_isSaid() {
        ChainViewModel model = new ChainViewModel(
                _ -> {
                    throw new IllegalStateException("broken");
                },
                Tasks.immediate());
        model.load(new ChainId(10));

        assertThat(model.screen().get())
                .isInstanceOfSatisfying(
                        ChainScreen.NoWay.class, no -> assertThat(no.key()).isEqualTo("exits.silent"));
    }

    @Test
    void aLookThatTakesLong_canBeGivenUp_andItsAnswerChangesNothing() {
        LaterTasks tasks = new LaterTasks();
        ChainViewModel model = new ChainViewModel(_ -> ChainCases.silent(), tasks);
        model.load(new ChainId(10));
        model.giveUp();
        tasks.runAll();

        assertThat(model.screen().get()).isEqualTo(new ChainScreen.NoWay("exits.givenUp", List.of()));
    }

    private static Diagnosis of(boolean paused, Seen head, Duration sinceRoot) {
        return ChainCases.shown(paused, Roots.OPEN, head, sinceRoot).diagnosis();
    }
}
