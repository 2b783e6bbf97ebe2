package org.lifeboat.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.balances.BalancesScreen;
import org.lifeboat.ui.frame.StatusPart;
import org.lifeboat.ui.parts.Layer;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.tasks.Tasks;

class StatusStatementsTest {
    private static List<StatusPart> of(Records wallet, Language language) {
        Surroundings around = new Surroundings(
                Stageless.phrases(language),
                Tasks.immediate(),
                new SimpleBooleanProperty(),
                new SimpleBooleanProperty(),
                new Layer(new BorderPane()));
        ObservableList<StatusPart> statements = FXCollections.observableArrayList();
        new StatusStatements(
                around, wallet, new SimpleObjectProperty<>(new BalancesScreen.NoAccount()), statements, _ -> {});
        return statements;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whereTheSandboxDoesNotRun_thatComesFirst_asAWarning(Language language) {
        try (Records running = new Records().ofPlay();
                Records standing = new Records().ofStandingWorld()) {
            List<StatusPart> usual = of(running, language);

            List<StatusPart> said = of(standing, language);

            assertThat(said).hasSize(usual.size() + 1);
            assertThat(said.getFirst().warns()).isTrue();
            assertThat(said.getFirst().sentence())
                    .contains(language == Language.ENGLISH ? "its time stands still" : "时间停着");
        }
    }
}
