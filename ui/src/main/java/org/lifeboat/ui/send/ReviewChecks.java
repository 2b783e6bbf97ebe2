package org.lifeboat.ui.send;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.send.Check;
import org.lifeboat.ui.evidence.NameLine;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// The section of the review that says what was found, the worst first.
final class ReviewChecks {
    private ReviewChecks() {}

    /// @param names reads the chain of a name's evidence
    static Node of(Surroundings around, List<Check> checks, NameLine.Asking names) {
        VBox list = ReviewCard.section(Labels.heading(around.say("send.checks")));
        if (checks.isEmpty()) {
            list.getChildren().add(Labels.wrapped(around.say("send.checks.none"), "lb-quiet"));
        }
        checks.stream()
                .sorted((one, other) -> other.severity().compareTo(one.severity()))
                .forEach(check -> list.getChildren().add(NameLine.of(around, list, check, names)));
        return list;
    }
}
