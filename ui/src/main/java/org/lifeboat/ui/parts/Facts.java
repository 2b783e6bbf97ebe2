package org.lifeboat.ui.parts;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Names on the left, what they are on the right, one below the other.
public final class Facts extends GridPane {
    public Facts() {
        setHgap(16);
        setVgap(8);
        ColumnConstraints names = new ColumnConstraints();
        names.setHalignment(HPos.LEFT);
        names.setMinWidth(120);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setFillWidth(true);
        getColumnConstraints().addAll(names, values);
    }

    public Facts add(String name, String value) {
        return add(name, Labels.wrapped(value));
    }

    public Facts add(String name, Node value) {
        Label label = Labels.wrapped(name, "lb-quiet");
        label.setMaxWidth(180);
        label.setLabelFor(value);
        boolean besideAButton = value instanceof HBox;
        GridPane.setValignment(label, besideAButton ? VPos.CENTER : VPos.TOP);
        addRow(getRowCount(), label, value);
        return this;
    }
}
