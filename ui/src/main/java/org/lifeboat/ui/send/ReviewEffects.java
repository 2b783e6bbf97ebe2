package org.lifeboat.ui.send;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.EffectLine;
import org.lifeboat.engine.send.EffectLines;
import org.lifeboat.engine.send.Severity;
import org.lifeboat.engine.verified.CouldNot;
import org.lifeboat.engine.verified.Simulated;
import org.lifeboat.primitives.Address;
import org.lifeboat.ui.parts.AddressText;
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
    static Optional<Node> of(Surroundings around, SendScreen.Review review) {
        List<Said> calm = all(around, review).stream()
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
    static List<Said> all(Surroundings around, SendScreen.Review review) {
        Draft draft = review.draft();
        return switch (draft.simulated()) {
            case Simulated.Shown shown ->
                EffectLines.of(draft, shown).stream()
                        .map(line -> new Said(
                                line.severity(),
                                around.say(line.messageKey(), CheckLine.written(around, named(around, review, line)))))
                        .toList();
            case Simulated.Failed(CouldNot reason) ->
                List.of(new Said(Severity.WARNING, around.say(reason.messageKey(), reason.detail())));
        };
    }

    /// The arguments, with sender and recipient called what the user calls them. Who else appears stands in full.
    private static List<String> named(Surroundings around, SendScreen.Review review, EffectLine line) {
        return line.arguments().stream()
                .map(each -> named(around, review, each))
                .toList();
    }

    private static String named(Surroundings around, SendScreen.Review review, String argument) {
        Address from = review.draft().from();
        if (argument.equals(from.toChecksum())) {
            return around.say("send.own", review.name(from).orElseGet(() -> AddressText.shortened(from)));
        }
        Address to = review.draft().to();
        return Optional.of(to)
                .filter(known -> argument.equals(known.toChecksum()))
                .flatMap(review::name)
                .map(name -> around.say("send.named", name, AddressText.shortened(to)))
                .orElse(argument);
    }
}
