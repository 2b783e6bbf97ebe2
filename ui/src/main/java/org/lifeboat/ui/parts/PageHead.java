package org.lifeboat.ui.parts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The top of a page: its title, one sentence of state, and what can be done here.
public final class PageHead extends HBox {
    /// @param sentence may be empty
    public PageHead(String title, String sentence, Node... actions) {
        super(16);
        setAlignment(Pos.TOP_LEFT);
        VBox words = new VBox(4, Labels.title(title));
        if (!sentence.isEmpty()) {
            words.getChildren().add(Labels.wrapped(sentence, "lb-quiet"));
        }
        words.setMinWidth(140);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox buttons = new HBox(8, actions);
        buttons.setAlignment(Pos.TOP_RIGHT);
        buttons.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(words, buttons);
    }
}
