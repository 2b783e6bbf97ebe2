package org.lifeboat.ui.look;

import javafx.beans.value.ObservableNumberValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows one node larger or smaller: the node is laid out in a smaller or larger space, and drawn to fill
/// this one.
public final class Zoomed extends Region {
    private final Region content;
    private final ObservableNumberValue percent;

    /// @param percent 100 is natural size
    public Zoomed(Region content, ObservableNumberValue percent) {
        this.content = content;
        this.percent = percent;
        Scale scale = new Scale(factor(), factor(), 0, 0);
        content.getTransforms().add(scale);
        getChildren().add(content);
        percent.addListener((_, _, _) -> {
            scale.setX(factor());
            scale.setY(factor());
            requestLayout();
        });
    }

    public Node content() {
        return content;
    }

    private double factor() {
        return percent.doubleValue() / 100;
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / factor(), getHeight() / factor());
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height) * factor();
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width) * factor();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }
}
