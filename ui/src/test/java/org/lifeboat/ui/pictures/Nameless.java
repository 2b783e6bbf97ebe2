package org.lifeboat.ui.pictures;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;

/// Finds what a screen reader could not say: whatever takes the focus must have a role and a name.
public final class Nameless {
    private Nameless() {}

    /// @return one line for each control under `root` that can take the focus and has no name or role
    public static List<String> under(Node root) {
        List<String> found = new ArrayList<>();
        look(root, found);
        return found;
    }

    private static void look(Node node, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        if (isInteractive(node)) {
            boolean role = node.getAccessibleRole() != null && node.getAccessibleRole() != AccessibleRole.NODE;
            if (name(node).isBlank() || (node instanceof Control && !role)) {
                found.add(node.getClass().getSimpleName() + " " + node.getStyleClass());
            }
        }
        if (node instanceof Parent parent && !(node instanceof TextInputControl)) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, found));
        }
    }

    private static boolean isInteractive(Node node) {
        return node.isFocusTraversable() && !(node instanceof ScrollPane);
    }

    /// What a screen reader would say: the given name, else the text of the control.
    private static String name(Node node) {
        String given = node.getAccessibleText();
        if (given != null) {
            return given;
        }
        String text = node instanceof Labeled labeled ? labeled.getText() : "";
        return text == null ? "" : text;
    }
}
