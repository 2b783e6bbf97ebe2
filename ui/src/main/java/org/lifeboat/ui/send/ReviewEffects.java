package org.lifeboat.ui.send;

import java.util.List;
import java.util.regex.Pattern;
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
    /// What is a block, gas, or a count: amounts have a point or few digits.
    private static final Pattern NUMBER = Pattern.compile("[0-9]{5,18}");

    private ReviewEffects() {}

    static Node of(Surroundings around, Draft draft) {
        VBox section = ReviewCard.section(Labels.heading(around.say("send.effect.title")));
        switch (draft.simulated()) {
            case Simulated.Shown shown -> {
                for (EffectLine line : EffectLines.of(draft, shown)) {
                    String words = around.say(line.messageKey(), written(around, line.arguments()));
                    section.getChildren().add(CheckLine.of(line.severity(), words));
                }
            }
            case Simulated.Failed(CouldNot reason) ->
                section.getChildren()
                        .add(CheckLine.of(Severity.WARNING, around.say(reason.messageKey(), reason.detail())));
        }
        return section;
    }

    /// Large numbers are written as everywhere in the window.
    private static Object[] written(Surroundings around, List<String> arguments) {
        return arguments.stream()
                .map(each -> NUMBER.matcher(each).matches() ? around.phrases().number(Long.parseLong(each)) : each)
                .toArray();
    }
}
