package org.lifeboat.ui.window;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;

/// What somebody without a mouse comes to. Lives on the screen's thread.
public final class Reach {
    private static final int MOST = 400;

    private Reach() {}

    /// @return one line for each control that the keys never come to, or that is out of sight when it has the focus
    public static List<String> outOf(Scene scene) {
        Set<Node> missing = new LinkedHashSet<>();
        collect(scene.getRoot(), missing);
        List<String> lines = new ArrayList<>();
        Set<Node> seen = new LinkedHashSet<>();
        Node at = scene.getFocusOwner();
        for (int i = 0; i < MOST && at != null && seen.add(at); i++) {
            if (!inSight(at, scene)) {
                lines.add("out of sight: " + said(at));
            }
            at.requestFocusTraversal(TraversalDirection.NEXT);
            scene.getRoot().layout();
            at = scene.getFocusOwner();
        }
        missing.removeAll(seen);
        missing.removeIf(node -> !node.isVisible()); // gave its place to another on the way
        missing.forEach(node -> lines.add("never reached: " + said(node)));
        return lines;
    }

    private static void collect(Node node, Set<Node> into) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable() && !(node instanceof ScrollPane) && !besideTheChosen(node)) {
            into.add(node);
        }
        if (node instanceof Parent parent && !(node instanceof TextInputControl)) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    /// Of buttons of which one is chosen, the tab key comes to that one, and the arrow keys lead on to the others.
    private static boolean besideTheChosen(Node node) {
        return node instanceof Toggle one
                && !one.isSelected()
                && one.getToggleGroup() != null
                && one.getToggleGroup().getSelectedToggle() != null;
    }

    /// Its middle lies within the window and within all that scrolls around it.
    private static boolean inSight(Node node, Scene scene) {
        Bounds own = node.localToScene(node.getBoundsInLocal());
        double x = own.getCenterX();
        double y = own.getCenterY();
        boolean within = x >= 0 && y >= 0 && x <= scene.getWidth() && y <= scene.getHeight();
        for (Node at = node.getParent(); at != null && within; at = at.getParent()) {
            if (at instanceof ScrollPane) {
                Bounds frame = at.localToScene(at.getBoundsInLocal());
                boolean higher = own.getHeight() > frame.getHeight(); // than its frame: a part is enough
                within = higher ? own.intersects(frame) : frame.contains(x, y);
            }
        }
        return within;
    }

    private static String said(Node node) {
        String name = node instanceof Labeled labeled && node.getAccessibleText() == null
                ? labeled.getText()
                : node.getAccessibleText();
        return node.getClass().getSimpleName() + " " + name;
    }
}
