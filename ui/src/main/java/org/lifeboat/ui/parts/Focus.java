package org.lifeboat.ui.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;

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

    /// As [#keep] where the same page is drawn anew: the focus stays with the control of the same name, and in a field
    /// the cursor stays where it was, so that nobody is torn out of what is being typed.
    public static void stay(Parent region, Runnable change) {
        Optional<Held> held = has(region) ? held(region, region.getScene().getFocusOwner()) : Optional.empty();
        keep(region, change, () -> {});
        held.ifPresent(each -> again(region, each));
    }

    /// What had the focus.
    /// @param order among the controls of this kind and name
    /// @param anchor where the selection began, in a field
    private record Held(Class<?> kind, String name, int order, int anchor, int caret) {}

    private static Optional<Held> held(Parent region, Node owner) {
        int order = alike(region, owner.getClass(), name(owner)).indexOf(owner);
        if (order < 0) {
            return Optional.empty();
        }
        return Optional.of(
                owner instanceof TextInputControl field
                        ? new Held(owner.getClass(), name(owner), order, field.getAnchor(), field.getCaretPosition())
                        : new Held(owner.getClass(), name(owner), order, 0, 0));
    }

    private static void again(Parent region, Held held) {
        List<Node> alike = alike(region, held.kind, held.name);
        if (alike.isEmpty()) {
            return;
        }
        Node node = alike.get(Math.min(held.order, alike.size() - 1));
        node.requestFocus();
        if (node instanceof TextInputControl field) {
            field.selectRange(held.anchor, held.caret);
        }
    }

    private static List<Node> alike(Node node, Class<?> kind, String name) {
        List<Node> found = new ArrayList<>();
        collect(node, kind, name, found);
        return found;
    }

    private static void collect(Node node, Class<?> kind, String name, List<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()
                && node.getClass().equals(kind)
                && name(node).equals(name)) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, kind, name, found));
        }
    }

    private static String name(Node node) {
        String given = node.getAccessibleText();
        String text = given == null && node instanceof Labeled labeled ? labeled.getText() : given;
        return text == null ? "" : text;
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
