package org.lifeboat.ui.look;

import javafx.scene.AccessibleRole;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons of the Feather set, which take their colour and size from the style sheet.
public final class Icons {
    private Icons() {}

    /// An icon that only repeats the word beside it: silent for a screen reader.
    public static FontIcon beside(Ikon icon) {
        FontIcon node = new FontIcon(icon);
        node.setAccessibleRole(AccessibleRole.NODE);
        node.getStyleClass().add("lb-icon");
        node.setFocusTraversable(false);
        return node;
    }
}
