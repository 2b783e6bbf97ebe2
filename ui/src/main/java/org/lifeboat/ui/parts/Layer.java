package org.lifeboat.ui.parts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The layer for questions above a page: one dialog at a time on top, the page below out of reach. Dialogs
/// scroll and keep their buttons visible. Escape does what the dialog's last-resort action says, and nothing
/// silently.
public final class Layer extends StackPane {
    /// Below this height, in pixels after zoom, a dialog leaves its content what it can.
    private static final double LOW = 500;

    private final Node below;
    private final Deque<Open> open = new ArrayDeque<>();

    /// @param below what lies under the layer and is disabled while a dialog is open
    public Layer(Node below) {
        this.below = below;
        getChildren().add(below);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !open.isEmpty()) {
                event.consume();
                open.peek().escape.run();
            }
        });
    }

    /// Opens a dialog.
    /// @param escape what the Escape key does: mostly [#close]
    /// @param buttons in the order in which they stand; the first control of `body` gets the focus
    public void show(String title, Node body, Runnable escape, List<? extends Node> buttons) {
        VBox content = new VBox(body);
        content.getStyleClass().add("lb-dialog-body");
        HBox foot = new HBox();
        foot.getStyleClass().add("lb-dialog-foot");
        foot.getChildren().addAll(buttons);
        ScrollPane scroll = Scrolling.asHighAs(content);
        BorderPane dialog = new BorderPane(scroll);
        HBox head = new HBox(Labels.heading(title));
        head.getStyleClass().add("lb-dialog-head");
        dialog.setTop(head);
        dialog.setBottom(foot);
        dialog.getStyleClass().add("lb-dialog");
        boolean low = getHeight() > 0 && getHeight() < LOW;
        if (low) {
            dialog.getStyleClass().add("lb-dialog-low");
        }
        dialog.setAccessibleText(title);
        dialog.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane veil = new StackPane(dialog);
        veil.getStyleClass().add("lb-veil");
        veil.setStyle(low ? "-fx-padding: 8;" : "-fx-padding: 16;");
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        open.push(new Open(veil, escape, owner));
        getChildren().add(veil);
        reach();
        applyCss(); // a scroll pane has no content before its skin is there, and so nothing to focus
        layout();
        Focus.first(body).or(() -> Focus.first(foot)).ifPresent(Node::requestFocus);
    }

    /// Closes the dialog on top and gives the focus back to where it was.
    public void close() {
        if (!open.isEmpty()) {
            Open top = open.pop();
            getChildren().remove(top.veil);
            reach();
            if (top.owner != null) {
                top.owner.requestFocus();
            }
        }
    }

    public boolean isOpen() {
        return !open.isEmpty();
    }

    private void reach() {
        below.setDisable(!open.isEmpty());
        boolean top = true;
        for (Open each : open) {
            each.veil.setDisable(!top);
            top = false;
        }
    }

    private record Open(
            StackPane veil, Runnable escape, @Nullable Node owner) {}
}
