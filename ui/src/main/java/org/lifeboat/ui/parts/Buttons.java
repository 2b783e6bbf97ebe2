package org.lifeboat.ui.parts;

import atlantafx.base.theme.Styles;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.lifeboat.ui.look.Icons;

/// The kinds of buttons: one primary a page, the others plain; icons alone only with a name for screen readers.
public final class Buttons {
    private Buttons() {}

    public static Button plain(String text, Runnable action) {
        Button button = new Button(text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    public static Button plain(String text, Ikon icon, Runnable action) {
        Button button = plain(text, action);
        button.setGraphic(Icons.beside(icon));
        return button;
    }

    public static Button primary(String text, Runnable action) {
        Button button = plain(text, action);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    /// A button that takes something away for good, or goes on against a warning.
    public static Button danger(String text, Runnable action) {
        Button button = plain(text, action);
        button.getStyleClass().add(Styles.DANGER);
        return button;
    }

    /// A button that is an icon to the eye and `name` to a screen reader and in its tooltip.
    public static Button icon(String name, Ikon icon, Runnable action) {
        Button button = new Button(name, Icons.beside(icon));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(name);
        button.setTooltip(Labels.tip(name));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// A button that looks like a link: for going somewhere, not for doing something.
    public static Button link(String text, Runnable action) {
        Button button = plain(text, action);
        button.setAccessibleRole(AccessibleRole.HYPERLINK);
        button.getStyleClass().add("lb-link");
        return button;
    }
}
