package org.lifeboat.ui.send;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.EffectLine;
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

    static Node of(Surroundings around, Draft draft) {
        VBox section = ReviewCard.section(Labels.heading(around.say("send.effect.title")));
        switch (draft.simulated()) {
            case Simulated.Shown shown -> {
                for (EffectLine line : EffectLines.of(draft, shown)) {
                    String words =
                            around.say(line.messageKey(), line.arguments().toArray());
                    section.getChildren().add(CheckLine.of(line.severity(), words));
                }
            }
            case Simulated.Failed(CouldNot reason) ->
                section.getChildren()
                        .add(CheckLine.of(Severity.WARNING, around.say(reason.messageKey(), reason.detail())));
        }
        return section;
    }
}
