package org.lifeboat.ui.exits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.parts.Layer;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;

class ExitWordsTest {
    @BeforeAll
    static void start() {
        Stageless.start();
    }

    /// On a young chain, or where the proposer never began.
    @ParameterizedTest
    @EnumSource(Language.class)
    void whereNoRootWasEverPosted_noBlockIsNamed(Language language) {
        for (ExitStage stage : List.of(ExitStage.NO_ROOT, ExitStage.NO_ROOT_BUT_OWN)) {
            ExitReport known = ExitCases.report(ExitCases.plan(1, Sheets.OPTIMISM, "0.5"), stage);

            assertThat(said(language, known)).contains("128,430,121");
            assertThat(said(language, without(known)))
                    .doesNotContain("-", "128")
                    .contains("OP Mainnet", "Ethereum")
                    .matches(said -> said.contains("0.08") == (stage == ExitStage.NO_ROOT_BUT_OWN), "the bond");
        }
    }

    private static String said(Language language, ExitReport report) {
        return Toolkit.onScreen(() -> ExitWords.stage(
                new Surroundings(
                        Stageless.phrases(language),
                        Tasks.immediate(),
                        new SimpleBooleanProperty(),
                        new SimpleBooleanProperty(),
                        new Layer(new StackPane())),
                ExitCases.entry(report),
                report));
    }

    private static ExitReport without(ExitReport report) {
        return new ExitReport(
                report.plan(),
                report.stage(),
                report.notBefore(),
                Optional.empty(),
                report.bond(),
                report.doubt(),
                report.transaction(),
                report.why(),
                report.waiting(),
                report.handOver(),
                report.assurance(),
                report.disagreements());
    }
}
