package org.lifeboat.ui.send;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.Severity;
import org.lifeboat.ui.evidence.NameLine;
import org.lifeboat.ui.parts.CheckLine;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// Whatever warns in a review, said by its checks, seen in trying it out or dangerous by the vault's words, in one card
/// above all else; the worst
/// first.
///
/// @param count of the warnings
/// @param worst of them
record ReviewWarnings(Region card, int count, Severity worst) {
    private record Line(Severity severity, Node node) {}

    /// @param names reads the chain of a name's evidence
    /// @return empty where nothing warns
    static Optional<ReviewWarnings> of(Surroundings around, SendScreen.Review review, NameLine.Asking names) {
        Draft draft = review.draft();
        VBox card = ReviewCard.section(Labels.heading(around.say("send.warnings")));
        List<Line> lines = new ArrayList<>();
        for (Check check : draft.checks()) {
            if (warns(check.severity())) {
                lines.add(new Line(check.severity(), NameLine.of(around, card, check, names)));
            }
        }
        for (ReviewEffects.Said said : ReviewEffects.all(around, review)) {
            if (warns(said.severity())) {
                lines.add(new Line(said.severity(), CheckLine.of(said.severity(), said.words())));
            }
        }
        for (String words : ReviewWords.dangers(around, review)) {
            lines.add(new Line(Severity.DANGER, CheckLine.of(Severity.DANGER, words)));
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        lines.sort(Comparator.comparing(Line::severity).reversed());
        lines.forEach(line -> card.getChildren().add(line.node()));
        Severity worst = lines.getFirst().severity();
        card.getStyleClass().add(worst == Severity.DANGER ? "lb-edge-now" : "lb-edge-today");
        return Optional.of(new ReviewWarnings(card, lines.size(), worst));
    }

    static boolean warns(Severity severity) {
        return severity != Severity.NOTE;
    }

    /// The colour of what is this grave.
    static String tone(Severity worst) {
        return worst == Severity.DANGER ? "lb-tone-now" : "lb-tone-today";
    }
}
