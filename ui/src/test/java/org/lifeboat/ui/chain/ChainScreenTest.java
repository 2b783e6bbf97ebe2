package org.lifeboat.ui.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.engine.diagnosis.Diagnosis;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.exits.ExitCases;
import org.lifeboat.ui.phrases.ChainWords;
import org.lifeboat.ui.phrases.Phrases;
import org.lifeboat.ui.tasks.Tasks;

class ChainScreenTest {
    @ParameterizedTest
    @EnumSource(Diagnosis.Kind.class)
    void everyDiagnosis_namesTheChain_inBothLanguages(Diagnosis.Kind kind) {
        for (Language language : Language.values()) {
            Phrases phrases = new Phrases(language, ZoneOffset.UTC, Clock.fixed(ExitCases.NOW, ZoneOffset.UTC));
            Diagnosis diagnosis = new Diagnosis(kind, List.of(), List.of(Diagnosis.Lack.values()), Optional.empty());

            assertThat(ChainWords.first(phrases, Sheets.OPTIMISM, Sheets.ETHEREUM, diagnosis))
                    .contains(Sheets.OPTIMISM.name())
                    .doesNotContain("{", "chain.");
        }
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
}
