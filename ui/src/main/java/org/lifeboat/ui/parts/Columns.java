package org.lifeboat.ui.parts;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Columns of the same width side by side, each as high as what is in it. Asks for the height of the highest at the
/// width that it really gets, so that a page around them scrolls where it has to.
public final class Columns extends Region {
    private static final double GAP = 16;

    public Columns(Region... columns) {
        getChildren().addAll(columns);
        setMinHeight(USE_PREF_SIZE);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private List<Node> columns() {
        return getManagedChildren();
    }

    /// Of one column, in pixels.
    private double share(double width) {
        int count = Math.max(1, columns().size());
        double inside = width - snappedLeftInset() - snappedRightInset();
        return Math.floor(Math.max(0, (inside - GAP * (count - 1)) / count));
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return columns().stream().mapToDouble(column -> column.prefWidth(-1)).sum()
                + GAP * (columns().size() - 1);
    }

    @Override
    protected double computePrefHeight(double width) {
        double share = width < 0 ? -1 : share(width);
        return snappedTopInset()
                + columns().stream()
                        .mapToDouble(column -> snapSizeY(column.prefHeight(share)))
                        .max()
                        .orElse(0)
                + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double share = share(getWidth());
        double x = snappedLeftInset();
        for (Node column : columns()) {
            column.resizeRelocate(x, snappedTopInset(), share, snapSizeY(column.prefHeight(share)));
            x += share + GAP;
        }
    }
}
