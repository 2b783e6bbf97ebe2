package org.lifeboat.ui.parts;

import atlantafx.base.theme.Styles;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A form field: its name, the control, and under it a hint or, in its place, what is wrong.
public final class Field extends VBox {
    private final Label under = Labels.wrapped("", "lb-hint");
    private final Supplier<String> hint;
    private final Control control;

    /// @param hint may be empty
    public Field(String name, Control control, String hint) {
        this(name, control, control, hint);
    }

    /// @param hint says how much there is
    public Field(String name, Control control, Supplier<String> hint) {
        this(name, control, control, hint);
    }

    /// @param shown the control with what stands around it
    public Field(String name, Control control, Node shown, String hint) {
        this(name, control, shown, () -> hint);
    }

    private Field(String name, Control control, Node shown, Supplier<String> hint) {
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
        Anew.each(under, () -> {});
        under.setText(sentence);
        under.getStyleClass().setAll("label", "lb-wrong");
        control.setAccessibleHelp(sentence);
        control.pseudoClassStateChanged(Styles.STATE_DANGER, true);
        show(true);
    }

    /// Nothing is wrong: the hint stands there again.
    public void right() {
        under.getStyleClass().setAll("label", "lb-hint");
        control.pseudoClassStateChanged(Styles.STATE_DANGER, false);
        hinted();
        Anew.each(under, this::hinted);
    }

    private void hinted() {
        String now = hint.get();
        Anew.text(under, now);
        control.setAccessibleHelp(now);
        show(!now.isEmpty());
    }

    private void show(boolean visible) {
        under.setVisible(visible);
        under.setManaged(visible);
    }
}
