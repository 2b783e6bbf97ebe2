package org.lifeboat.ui.send;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.send.Check;
import org.lifeboat.ui.evidence.NameLine;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// The section of the review that says what else was found.
final class ReviewChecks {
    private ReviewChecks() {}

    /// What does not warn: that stands above all else. Empty where nothing is left.
    /// @param names reads the chain of a name's evidence
    static Optional<Node> of(Surroundings around, List<Check> checks, NameLine.Asking names) {
        List<Check> calm = checks.stream()
                .filter(check -> !ReviewWarnings.warns(check.severity()))
                .toList();
        if (calm.isEmpty() && !checks.isEmpty()) {
            return Optional.empty();
        }
        VBox list = ReviewCard.section(Labels.heading(around.say("send.checks")));
        if (calm.isEmpty()) {
            list.getChildren().add(Labels.wrapped(around.say("send.checks.none"), "lb-quiet"));
        }
        calm.forEach(check -> list.getChildren().add(NameLine.of(around, list, check, names)));
        return Optional.of(list);
    }
}
