package org.lifeboat.ui.parts;

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
        if (!text.isEmpty()) {
            label.setTooltip(tip(text));
        }
        return label;
    }

    /// Another text for a label of [#cut], with its tooltip.
    public static void put(Label label, String text) {
        label.setText(text);
        if (label.getTooltip() == null) {
            label.setTooltip(tip(text));
        } else {
            label.getTooltip().setText(text);
        }
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
