package org.lifeboat.ui.parts;

import java.util.function.Supplier;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// Pieces of text in the styles that the style sheet knows.
public final class Labels {
    private Labels() {}

    public static Label styled(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// Text that breaks into lines where it does not fit, and is never cut.
    public static Label wrapped(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// Text that may be cut with dots in a narrow row; its tooltip holds all of it.
    public static Label cut(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setMinWidth(24);
        explain(label, label::getText);
        return label;
    }

    /// Gives a control a tooltip once the pointer is over it. Every tooltip is a window of its own: made for each
    /// label of a list beforehand, they take longer than the list.
    /// @param text asked for whenever the pointer comes; empty: no tooltip
    public static void explain(Control control, Supplier<String> text) {
        control.setOnMouseEntered(_ -> {
            String now = text.get();
            control.setTooltip(now.isEmpty() ? null : tip(now));
        });
    }

    public static Label title(String text) {
        return wrapped(text, "lb-title");
    }

    public static Label heading(String text) {
        return wrapped(text, "lb-heading");
    }

    public static Tooltip tip(String text) {
        Tooltip tip = new Tooltip(text);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        tip.setShowDelay(Duration.millis(400));
        return tip;
    }
}
