package org.lifeboat.ui.parts;

import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The top of a page: its title with what can be done here, and below it one sentence of state.
public final class PageHead extends VBox {
    /// What the title keeps beside many buttons, in pixels: the menu names the page too.
    private static final int LEAST = 72;

    private final Label under = Labels.wrapped("", "lb-quiet", "lb-sentence");
    private final Button way = Buttons.link("", () -> {});

    /// @param sentence may be empty
    public PageHead(String title, String sentence, Node... actions) {
        this(title, () -> sentence, actions);
    }

    /// @param sentence says how old something is; may be empty
    public PageHead(String title, Supplier<String> sentence, Node... actions) {
        super(4);
        Label name = Labels.title(title);
        name.setMinWidth(LEAST);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox row = new HBox(16, name, new ButtonRows(actions));
        row.setAlignment(Pos.CENTER_LEFT);
        Labels.explain(under, () -> under.isWrapText() ? "" : under.getText()); // in a low window it may be cut
        Labels.explain(way, way::getText);
        way.getStyleClass().add("lb-way");
        way.setMinWidth(0);
        getChildren().addAll(row, under, way);
        setMinHeight(USE_PREF_SIZE);
        say(sentence.get());
        Anew.each(under, () -> Anew.text(under, sentence.get()));
    }

    /// Another sentence of state; all else stays where it is.
    public void say(String sentence) {
        Anew.each(under, () -> {});
        under.setText(sentence);
        show(under, !sentence.isEmpty());
        show(way, false);
    }

    /// A sentence of state that leads to where all of it is told: it may be cut.
    public void say(String sentence, Runnable open) {
        say("");
        way.setText(sentence);
        way.setOnAction(_ -> open.run());
        show(way, true);
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
