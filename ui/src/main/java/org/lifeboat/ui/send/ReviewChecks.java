package org.lifeboat.ui.send;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.send.Check;
import org.lifeboat.ui.parts.CheckLine;
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
                .forEach(check -> list.getChildren().add(CheckLine.of(around, check)));
        return list;
    }
}
