package org.lifeboat.ui.parts;

import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;

/// The small drawing of a badge, fourteen pixels square, so that no meaning hangs on the colour alone.
final class AssuranceSign {
    private static final double MIDDLE = 7;
    private static final double RADIUS = 5.5;

    private AssuranceSign() {}

    static Node of(AssuranceKind kind) {
        Group group = new Group(square());
        group.getChildren().addAll(drawing(kind));
        return group;
    }

    private static Node[] drawing(AssuranceKind kind) {
        return switch (kind) {
            case UNCHECKED -> new Node[] {circle()};
            case UNCHECKED_HEADER -> {
                Circle dotted = circle();
                dotted.getStrokeDashArray().addAll(1.6, 1.9);
                yield new Node[] {dotted};
            }
            case PROMISED -> new Node[] {line("M2.5 11.5 L3.3 8.6 L9.6 2.3 L11.7 4.4 L5.4 10.7 Z")};
            case REPLACEABLE, CONTESTABLE -> {
                Arc half = new Arc(MIDDLE, MIDDLE, RADIUS, RADIUS, 90, 180);
                half.setType(ArcType.CHORD);
                half.getStyleClass().add("lb-sign-filled");
                yield new Node[] {circle(), half};
            }
            case FINAL -> {
                Circle full = circle();
                full.getStyleClass().setAll("lb-sign-filled");
                SVGPath tick = path("M4.2 7.2 L6.3 9.2 L9.8 5.0", "lb-sign-inside");
                yield new Node[] {full, tick};
            }
            case INCOMPLETE -> new Node[] {circle(), letter("?")};
            case DISAGREES ->
                new Node[] {
                    line("M7 1 L12 2.8 L12 7 C12 10 9.5 12.2 7 13 C4.5 12.2 2 10 2 7 L2 2.8 Z"),
                    line("M4.8 4.8 L9.2 9.2 M9.2 4.8 L4.8 9.2")
                };
            case NOT_ASKED -> new Node[] {line("M4 7 L10 7")};
        };
    }

    /// Keeps every drawing the same size, so that words beside them stand in one column.
    private static Rectangle square() {
        Rectangle square = new Rectangle(14, 14);
        square.setOpacity(0);
        return square;
    }

    private static Circle circle() {
        Circle circle = new Circle(MIDDLE, MIDDLE, RADIUS);
        circle.getStyleClass().add("lb-sign");
        return circle;
    }

    private static Shape line(String content) {
        return path(content, "lb-sign");
    }

    private static SVGPath path(String content, String style) {
        SVGPath path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().add(style);
        return path;
    }

    private static Text letter(String letter) {
        Text text = new Text(letter);
        text.setTextOrigin(VPos.CENTER);
        text.setX(4.3);
        text.setY(MIDDLE);
        text.getStyleClass().add("lb-sign-mark");
        return text;
    }
}
