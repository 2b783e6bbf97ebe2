package org.lifeboat.ui.parts;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;

/// Finds where the focus goes when a region is entered.
public final class Focus {
    private Focus() {}

    /// Changes what stands in `region`. Where the focus was in there and what had it is gone, the first control
    /// of what stands there now gets it; else it would jump to the top of the window.
    /// @param none what happens where nothing there takes it
    public static void keep(Parent region, Runnable change, Runnable none) {
        boolean inside = has(region);
        change.run();
        if (inside && !has(region)) {
            first(region).ifPresentOrElse(Node::requestFocus, none);
        }
    }

    private static boolean has(Parent region) {
        Node at = region.getScene() == null ? null : region.getScene().getFocusOwner();
        while (at != null && !at.equals(region)) {
            at = at.getParent();
        }
        return at != null;
    }

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
