package org.lifeboat.ui.window;

import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.StrokeLineCap;

/// The program's icon, a lifebuoy, drawn here so that no binary file lies in the tree.
final class WindowIcon {
    private static final int SIZE = 64;

    private WindowIcon() {}

    static WritableImage draw() {
        double middle = SIZE / 2.0;
        Circle ring = new Circle(middle, middle, 21);
        ring.setFill(Color.TRANSPARENT);
        ring.setStroke(Color.web("#0a5fc4"));
        ring.setStrokeWidth(15);
        Group group = new Group(ring);
        for (int quarter = 0; quarter < 4; quarter++) {
            Arc stripe = new Arc(middle, middle, 21, 21, 45 + 90 * quarter - 16, 32);
            stripe.setType(ArcType.OPEN);
            stripe.setFill(Color.TRANSPARENT);
            stripe.setStroke(Color.WHITE);
            stripe.setStrokeWidth(15);
            stripe.setStrokeLineCap(StrokeLineCap.BUTT);
            group.getChildren().add(stripe);
        }
        Scene scene = new Scene(group, SIZE, SIZE, Color.TRANSPARENT);
        return scene.snapshot(null);
    }
}
