package org.lifeboat.ui.send;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.EffectLines;
import org.lifeboat.engine.send.Severity;
import org.lifeboat.engine.verified.CouldNot;
import org.lifeboat.engine.verified.Simulated;
import org.lifeboat.ui.parts.CheckLine;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// The section of the review that says what will change, as trying it out has shown; or why that could not be
/// tried.
final class ReviewEffects {
    private ReviewEffects() {}

    /// @param words in the user's language
    record Said(Severity severity, String words) {}

    /// What does not warn: that stands above all else. Empty where nothing is left.
    static Optional<Node> of(Surroundings around, Draft draft) {
        List<Said> calm = all(around, draft).stream()
                .filter(said -> !ReviewWarnings.warns(said.severity()))
                .toList();
        if (calm.isEmpty()) {
            return Optional.empty();
        }
        VBox section = ReviewCard.section(Labels.heading(around.say("send.effect.title")));
        calm.forEach(said -> section.getChildren().add(CheckLine.of(said.severity(), said.words())));
        return Optional.of(section);
    }

    /// All that is to be said about it, in its order.
    static List<Said> all(Surroundings around, Draft draft) {
        return switch (draft.simulated()) {
            case Simulated.Shown shown ->
                EffectLines.of(draft, shown).stream()
                        .map(line -> new Said(
                                line.severity(),
                                around.say(line.messageKey(), CheckLine.written(around, line.arguments()))))
                        .toList();
            case Simulated.Failed(CouldNot reason) ->
                List.of(new Said(Severity.WARNING, around.say(reason.messageKey(), reason.detail())));
        };
    }
}
