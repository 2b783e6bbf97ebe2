package org.lifeboat.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;

class HelpMarkTest {
    @BeforeAll
    static void start() {
        Stageless.start();
    }

    @Test
    void mark_opensItsExplanationBesideItself() {
        boolean seen = Toolkit.onScreen(() -> {
            Surroundings around = new Surroundings(
                    Stageless.phrases(Language.ENGLISH),
                    Tasks.immediate(),
                    new SimpleBooleanProperty(),
                    new SimpleBooleanProperty(),
                    new Layer(new StackPane()));
            HelpMark mark = new HelpMark(around, "Passphrase", "A word of your own.");
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(mark), 640, 400));
            stage.show();
            ((Button) mark.getChildren().getFirst()).fire();
            boolean found = Window.getWindows().stream()
                    .filter(window -> !window.equals(stage))
                    .anyMatch(window -> window.getScene().getRoot().lookupAll("*").stream()
                            .anyMatch(node -> node instanceof Labeled labeled
                                    && "A word of your own.".equals(labeled.getText())));
            stage.hide();
            return found;
        });

        assertThat(seen).isTrue();
    }
}
