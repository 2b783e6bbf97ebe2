package org.lifeboat.ui.parts;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;

/// Finds where the focus goes when a region is entered.
public final class Focus {
    private Focus() {}

    /// The first control in `node` that takes the focus, in the order of the tab key.
    public static Optional<Node> first(Node node) {
        if (node instanceof Control control && control.isFocusTraversable() && !control.isDisabled()) {
            return Optional.of(control);
        }
        if (node instanceof Parent parent) {
            return parent.getChildrenUnmodifiable().stream()
                    .filter(Node::isVisible)
                    .map(Focus::first)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return Optional.empty();
    }
}
