package org.lifeboat.ui.frame;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.parts.Labels;

/// The conscience of the program: which L1 head and who vouches for it, which chains misbehave, how many sources
/// answer. Each part opens the page behind it.
final class StatusBar extends HBox {
    StatusBar(String name, ObservableList<StatusPart> parts) {
        getStyleClass().add("lb-status");
        setAccessibleText(name);
        draw(parts);
        parts.addListener((ListChangeListener<StatusPart>) _ -> draw(parts));
    }

    void focus() {
        if (!getChildren().isEmpty()) {
            getChildren().getFirst().requestFocus();
        }
    }

    /// Another sentence does not take the focus away from the part that has it.
    private void draw(List<StatusPart> parts) {
        int focused = 0;
        while (focused < getChildren().size() && !getChildren().get(focused).isFocused()) {
            focused++;
        }
        boolean had = focused < getChildren().size();
        getChildren().setAll(parts.stream().map(StatusBar::button).toList());
        if (had && !parts.isEmpty()) {
            getChildren().get(Math.min(focused, parts.size() - 1)).requestFocus();
        }
    }

    private static Button button(StatusPart part) {
        Button button = new Button(part.sentence(), Icons.beside(part.icon()));
        button.setTextOverrun(OverrunStyle.ELLIPSIS);
        button.setMinWidth(40);
        Labels.explain(button, part::sentence);
        button.setAccessibleText(part.sentence());
        button.setOnAction(_ -> part.open().run());
        if (part.warns()) {
            button.getStyleClass().add("lb-warn");
        }
        return button;
    }
}
