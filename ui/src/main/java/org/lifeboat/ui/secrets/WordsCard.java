package org.lifeboat.ui.secrets;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.vault.words.Phrase;

/// Shows seed words, numbered, to the eye and to a screen reader. Cannot be selected or copied. Emptied as soon as it
/// leaves the window, whatever takes it away: the button, another page, the lock.
public final class WordsCard extends FlowPane {
    private static final double WORD_WIDTH = 122;

    /// Shows the words of `phrase`; does not close it.
    public WordsCard(Surroundings around, Phrase phrase) {
        setHgap(8);
        setVgap(8);
        setAccessibleText(around.say("words.card"));
        List<String> words = split(phrase);
        for (int i = 0; i < words.size(); i++) {
            HBox box = new HBox(
                    Labels.styled(String.valueOf(i + 1), "lb-order"), Labels.styled(words.get(i), "lb-strong"));
            box.getStyleClass().add("lb-word");
            box.setPrefWidth(WORD_WIDTH);
            box.setFocusTraversable(true);
            box.setAccessibleText((i + 1) + " " + words.get(i));
            getChildren().add(box);
        }
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                empty();
            }
        });
    }

    /// Takes the words off the screen and out of the controls.
    public void empty() {
        for (var child : getChildren()) {
            child.setAccessibleText("");
            if (child instanceof HBox box) {
                box.getChildren().forEach(each -> {
                    if (each instanceof Label label) {
                        label.setText("");
                    }
                });
            }
        }
        getChildren().clear();
    }

    static List<String> split(Phrase phrase) {
        return IntStream.range(0, phrase.size()).mapToObj(phrase::word).toList();
    }
}
