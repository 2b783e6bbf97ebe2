package org.lifeboat.ui.parts;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// A page that scrolls up and down and never sideways.
public final class Scrolling {
    private Scrolling() {}

    public static ScrollPane of(Node content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("lb-scroll");
        pane.setFocusTraversable(false);
        return pane;
    }
}
