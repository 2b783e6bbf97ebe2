package org.lifeboat.ui.parts;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A page that scrolls up and down and never sideways.
public final class Scrolling {
    private Scrolling() {}

    public static ScrollPane of(Node content) {
        return dressed(new ScrollPane(content));
    }

    /// One that its content fills, where that needs less than there is.
    public static ScrollPane filledBy(Node content) {
        ScrollPane pane = of(new KnowingItsHeight(content));
        pane.setFitToHeight(true);
        return pane;
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

    /// A scroll pane that is filled shows its bar only where the least height of its content *at no width* is
    /// too much, which takes every sentence for one line: a page somewhat higher than its window could not be
    /// scrolled to its button. This answers for the width that it has; not where a list fills the page, which
    /// scrolls itself. Source: OpenJFX, `ScrollPaneSkin.determineVerticalSBVisible`.
    private static final class KnowingItsHeight extends StackPane {
        KnowingItsHeight(Node content) {
            super(content);
        }

        @Override
        protected double computeMinHeight(double width) {
            boolean known = width < 0 && getWidth() > 0 && lookup("." + PageBox.LISTED) == null;
            return super.computeMinHeight(known ? getWidth() : width);
        }
    }

    private static final class AsHighAsItsContent extends ScrollPane {
        private final Region content;

        AsHighAsItsContent(Region content) {
            super(content);
            this.content = content;
        }

        /// Where all of it has room, no bar takes some of that away: beside a bar the sentences need more
        /// lines, and the bar would stay.
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
