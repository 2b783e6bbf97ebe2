package org.lifeboat.ui.parts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The top of a page: its title, one sentence of state, and what can be done here.
public final class PageHead extends HBox {
    private final Label under = Labels.wrapped("", "lb-quiet");
    private final HBox buttons = new HBox(8);

    /// @param sentence may be empty
    public PageHead(String title, String sentence, Node... actions) {
        super(16);
        setAlignment(Pos.TOP_LEFT);
        VBox words = new VBox(4, Labels.title(title), under);
        words.setMinWidth(140);
        HBox.setHgrow(words, Priority.ALWAYS);
        buttons.setAlignment(Pos.TOP_RIGHT);
        buttons.setMinWidth(USE_PREF_SIZE);
        buttons.getChildren().addAll(actions);
        getChildren().addAll(words, buttons);
        say(sentence);
    }

    /// Another sentence of state; all else stays where it is.
    public void say(String sentence) {
        under.setText(sentence);
        under.setVisible(!sentence.isEmpty());
        under.setManaged(!sentence.isEmpty());
    }
}
