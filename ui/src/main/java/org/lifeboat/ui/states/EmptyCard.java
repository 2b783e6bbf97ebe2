package org.lifeboat.ui.states;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.parts.Labels;

/// A page with nothing on it yet: why, and what to do next.
public final class EmptyCard extends VBox {
    public EmptyCard(Ikon icon, String title, String sentence, Node... actions) {
        getStyleClass().addAll("lb-card", "lb-empty");
        var words = Labels.wrapped(sentence, "lb-quiet");
        words.setMaxWidth(520);
        words.setTextAlignment(TextAlignment.CENTER);
        words.setAlignment(Pos.CENTER);
        HBox buttons = new HBox(8, actions);
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(Icons.beside(icon), Labels.heading(title), words, buttons);
    }
}
