package org.lifeboat.ui.secrets;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// Three steps that fill, and a sentence that says the same.
public final class StrengthMeter extends VBox {
    private final Surroundings around;
    private final HBox steps = new HBox();
    private final Label sentence = Labels.wrapped("", "lb-quiet", "lb-small");

    public StrengthMeter(Surroundings around, PasswordBox box) {
        super(4);
        this.around = around;
        steps.getStyleClass().add("lb-meter");
        for (int i = 0; i < 3; i++) {
            Region step = new Region();
            HBox.setHgrow(step, Priority.ALWAYS);
            step.setMaxWidth(Double.MAX_VALUE);
            steps.getChildren().add(step);
        }
        getChildren().addAll(steps, sentence);
        show(box.strength());
        box.typed().addListener((_, _, _) -> show(box.strength()));
    }

    private void show(Strength strength) {
        int filled = switch (strength) {
            case NONE -> 0;
            case TOO_SHORT, WEAK -> 1;
            case FAIR -> 2;
            case GOOD -> 3;
        };
        String style = switch (strength) {
            case NONE, TOO_SHORT, WEAK -> "lb-on-weak";
            case FAIR -> "lb-on-fair";
            case GOOD -> "lb-on-good";
        };
        for (int i = 0; i < 3; i++) {
            var styles = steps.getChildren().get(i).getStyleClass();
            styles.setAll("lb-step");
            if (i < filled) {
                styles.add(style);
            }
        }
        sentence.setText(around.phrases().choice(strength));
        setAccessibleText(sentence.getText());
    }
}
