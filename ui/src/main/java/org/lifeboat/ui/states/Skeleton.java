package org.lifeboat.ui.states;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Waiting;

/// Rows before their first answer: grey shapes where the words and figures will stand, and never a 0.
public final class Skeleton extends VBox {
    private static final double[] NAME_WIDTHS = {120, 160, 96, 140};

    public Skeleton(Surroundings around, int rows) {
        getStyleClass().addAll("lb-card", "lb-flush");
        setAccessibleText(around.say("state.loading"));
        for (int i = 0; i < rows; i++) {
            getChildren().add(row(NAME_WIDTHS[i % NAME_WIDTHS.length]));
        }
    }

    /// For an answer that others give: after 3 s there is a way to give up, in room that was kept for it.
    /// @param giveUp what *Cancel* does
    public Skeleton(Surroundings around, int rows, Runnable giveUp) {
        this(around, rows);
        Button cancel = Buttons.plain(around.say("action.cancel"), Feather.X, giveUp);
        cancel.setVisible(false);
        HBox foot = new HBox(cancel);
        foot.getStyleClass().add("lb-row");
        getChildren().add(foot);
        around.tasks().after(Waiting.PATIENT, () -> cancel.setVisible(true));
    }

    private static HBox row(double nameWidth) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(block(nameWidth), block(72), gap, block(88), block(64));
        row.getStyleClass().add("lb-row");
        row.setPrefHeight(44);
        return row;
    }

    private static Region block(double width) {
        Region block = new Region();
        block.getStyleClass().add("lb-skeleton");
        block.setPrefSize(width, 12);
        block.setMaxSize(width, 12);
        return block;
    }
}
