package org.lifeboat.ui.parts;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import org.lifeboat.engine.chaincheck.CheckProgress;

/// How far a check of blocks is, as a bar and in a sentence.
public final class CheckRun {
    private CheckRun() {}

    /// @param progress empty until something was run
    /// @param ending whether the user has ended it and it has not stopped yet
    /// @return the bar, then the sentence
    public static List<Node> rows(Surroundings around, Optional<CheckProgress> progress, boolean ending) {
        ProgressBar bar = new ProgressBar(
                progress.map(each -> each.percent() / 100.0).orElse(ProgressBar.INDETERMINATE_PROGRESS));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinHeight(Region.USE_PREF_SIZE); // or a page that scrolls leaves it no height
        bar.setAccessibleText(around.say("truth.running"));
        String sentence = progress.map(each -> around.say(
                        "truth.progress",
                        around.phrases().number(each.at().number()),
                        around.phrases().number(each.to().number()),
                        each.percent()))
                .orElseGet(() -> around.say("truth.searching"));
        return List.of(bar, Labels.wrapped(ending ? around.say("truth.ending") : sentence));
    }
}
