package org.lifeboat.ui.send;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.lifeboat.primitives.Hex;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.parts.CopyButton;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.vault.signing.Line;
import org.lifeboat.vault.signing.Severity;
import org.lifeboat.vault.signing.Wording;

/// The section of the review with the vault's own words for what it will sign, and the call's bytes, folded.
final class ReviewWords {
    private ReviewWords() {}

    static Node of(Surroundings around, SendScreen.Review review) {
        VBox lines = new VBox(8);
        Wording wording = wording(around);
        for (Line line : review.description().lines()) {
            lines.getChildren().add(Labels.wrapped(around.phrases().played(wording.say(line)), style(line)));
        }
        VBox section = ReviewCard.section(Labels.heading(around.say("send.words")), lines);
        byte[] data = review.draft().transaction().data().toArray();
        if (data.length > 0) {
            String hex = Hex.encode(data);
            TitledPane raw = new TitledPane(
                    around.say("send.raw"),
                    new VBox(8, Labels.wrapped(hex, "lb-mono"), new CopyButton(around, around.say("send.raw"), hex)));
            raw.setExpanded(false);
            raw.setAnimated(false);
            section.getChildren().add(raw);
        }
        return section;
    }

    /// What the vault itself calls dangerous in what it will sign.
    static List<String> dangers(Surroundings around, SendScreen.Review review) {
        Wording wording = wording(around);
        return review.description().lines().stream()
                .filter(line -> line.severity() == Severity.DANGER)
                .map(line -> around.phrases().played(wording.say(line)))
                .toList();
    }

    private static Wording wording(Surroundings around) {
        return around.phrases().language() == Language.CHINESE ? Wording.chinese() : Wording.english();
    }

    private static String style(Line line) {
        return switch (line.severity()) {
            case CALM -> "lb-quiet";
            case NOTE -> "lb-plain";
            case WARNING -> "lb-tone-today";
            case DANGER -> "lb-tone-now";
        };
    }
}
