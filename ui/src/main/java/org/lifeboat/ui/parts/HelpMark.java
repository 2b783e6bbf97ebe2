package org.lifeboat.ui.parts;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;

/// A question mark beside a word that not everybody knows. Opens its explanation beside itself; Escape closes it.
public final class HelpMark extends VBox {
    private static final double WIDTH = 320;

    /// @param word what is explained
    public HelpMark(Surroundings around, String word, String explanation) {
        Button button = Buttons.icon(around.say("help.what", word), Feather.HELP_CIRCLE, () -> {});
        button.setAccessibleHelp(explanation);
        button.setOnAction(_ -> open(button, explanation));
        getChildren().add(button);
        setMinWidth(USE_PREF_SIZE);
    }

    private static void open(Button button, String explanation) {
        var words = Labels.wrapped(explanation);
        words.setMaxWidth(WIDTH);
        VBox content = new VBox(words);
        content.getStyleClass().add("lb-help");
        PopOver over = new PopOver(content);
        over.setArrowLocation(PopOver.ArrowLocation.RIGHT_TOP);
        over.setDetachable(false);
        over.setAnimated(false); // nothing moves without a reason
        over.show(button);
        over.getRoot().getStylesheets().clear(); // its own colours know no dark theme; ours do
    }
}
