package org.lifeboat.ui.parts;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A form field: its name, the control, and under it a hint or, in its place, what is wrong.
public final class Field extends VBox {
    private final Label under = Labels.wrapped("", "lb-hint");
    private final String hint;
    private final Control control;

    /// @param hint may be empty
    public Field(String name, Control control, String hint) {
        this(name, control, control, hint);
    }

    /// @param shown the control with what stands around it
    public Field(String name, Control control, Node shown, String hint) {
        this.hint = hint;
        this.control = control;
        getStyleClass().add("lb-field");
        Label label = Labels.styled(name, "lb-name");
        label.setLabelFor(control);
        control.setAccessibleText(name);
        getChildren().addAll(label, shown, under);
        right();
    }

    /// Shows what is wrong with the entry.
    public void wrong(String sentence) {
        under.setText(sentence);
        under.getStyleClass().setAll("label", "lb-wrong");
        control.setAccessibleHelp(sentence);
        control.pseudoClassStateChanged(Styles.STATE_DANGER, true);
        show(true);
    }

    /// Nothing is wrong: the hint stands there again.
    public void right() {
        under.setText(hint);
        under.getStyleClass().setAll("label", "lb-hint");
        control.setAccessibleHelp(hint);
        control.pseudoClassStateChanged(Styles.STATE_DANGER, false);
        show(!hint.isEmpty());
    }

    private void show(boolean visible) {
        under.setVisible(visible);
        under.setManaged(visible);
    }
}
