package org.lifeboat.ui.send;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.send.Severity;
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// The section of the review that says what was found, the worst first.
final class ReviewChecks {
    private ReviewChecks() {}

    static Node of(Surroundings around, List<Check> checks) {
        VBox list = ReviewCard.section(Labels.heading(around.say("send.checks")));
        if (checks.isEmpty()) {
            list.getChildren().add(Labels.wrapped(around.say("send.checks.none"), "lb-quiet"));
        }
        checks.stream()
                .sorted((one, other) -> other.severity().compareTo(one.severity()))
                .forEach(check -> list.getChildren().add(one(around, check)));
        return list;
    }

    /// One check: icon, sentence, colour.
    static Node one(Surroundings around, Check check) {
        return one(
                check.severity(),
                around.say(check.messageKey(), check.arguments().toArray()));
    }

    static Node one(Severity severity, String words) {
        String tone = switch (severity) {
            case NOTE -> "lb-quiet";
            case WARNING -> "lb-tone-today";
            case DANGER -> "lb-tone-now";
        };
        Feather icon = switch (severity) {
            case NOTE -> Feather.INFO;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case DANGER -> Feather.ALERT_OCTAGON;
        };
        Label sentence = Labels.wrapped(words, tone);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var sign = Icons.beside(icon);
        sign.getStyleClass().add(tone);
        return new HBox(8, sign, sentence);
    }
}
