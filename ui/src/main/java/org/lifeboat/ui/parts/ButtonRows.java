package org.lifeboat.ui.parts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/// Buttons in one row, or in two where there is too little room for one: none may lie outside the window. Asks for no
/// more room than they take.
public final class ButtonRows extends FlowPane {
    /// Longer than any row of buttons, in pixels.
    private static final int UNBROKEN = 4000;

    public ButtonRows(Node... actions) {
        super(8, 8, actions);
        setAlignment(Pos.TOP_RIGHT);
        setPrefWrapLength(UNBROKEN);
    }

    @Override
    protected double computePrefWidth(double height) {
        double buttons = getManagedChildren().stream()
                .mapToDouble(button -> snapSizeX(button.prefWidth(-1)) + getHgap())
                .sum();
        return Math.max(0, buttons - getHgap());
    }
}
