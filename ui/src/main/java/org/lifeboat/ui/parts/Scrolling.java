package org.lifeboat.ui.parts;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// A page that scrolls up and down and never sideways.
public final class Scrolling {
    private Scrolling() {}

    public static ScrollPane of(Node content) {
        return dressed(new ScrollPane(content));
    }

    /// One that asks for as much height as its content has at the width it gets, and scrolls only where there is
    /// less. A scroll pane by itself takes every sentence for one line.
    static ScrollPane asHighAs(Region content) {
        return dressed(new AsHighAsItsContent(content));
    }

    private static ScrollPane dressed(ScrollPane pane) {
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("lb-scroll");
        pane.setFocusTraversable(false);
        return pane;
    }

    private static final class AsHighAsItsContent extends ScrollPane {
        private final Region content;

        AsHighAsItsContent(Region content) {
            super(content);
            this.content = content;
        }

        /// Where all of it has room, no bar takes some of that away: beside a bar the sentences need more lines, and
        /// the
        /// bar would stay.
        @Override
        protected void layoutChildren() {
            boolean fits = computePrefHeight(getWidth()) <= snapSizeY(getHeight());
            setVbarPolicy(fits ? ScrollBarPolicy.NEVER : ScrollBarPolicy.AS_NEEDED);
            super.layoutChildren();
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            double inside = width < 0 ? width : width - snappedLeftInset() - snappedRightInset();
            return snappedTopInset() + snapSizeY(content.prefHeight(inside)) + snappedBottomInset();
        }

        @Override
        protected double computeMinHeight(double width) {
            return 0;
        }
    }
}
