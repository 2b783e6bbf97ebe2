package org.lifeboat.ui.tour;

import java.io.IOException;
import java.nio.file.Path;
import org.lifeboat.ui.parts.FileSaving;
import org.lifeboat.ui.phrases.Phrases;

/// The part of the tour that asks *How do we know*: a final figure, from the checkpoint down.
final class TourEvidence {
    private final Walk walk;
    private final Phrases phrases;
    private final Tour.Steps steps;

    TourEvidence(Walk walk, Phrases phrases, Tour.Steps steps) {
        this.walk = walk;
        this.phrases = phrases;
        this.steps = steps;
    }

    /// Opens the page behind a final badge of the balance sheet.
    void look(Practice practice) throws IOException {
        practice.makeFinal();
        // The block that says so is signed a slot later: one look can come too early.
        walk.pressUntil(phrases.say("action.refresh"), phrases.say("badge.final"));
        walk.press(phrases.say("badge.final"));
        steps.take("evidence", phrases.say("sync.chain.save"));
        walk.press(phrases.say("action.close"));
    }

    /// Leaves what that page would save.
    /// @return the file
    Path leave(Practice practice, Path directory) throws IOException {
        Path file = directory.resolve("evidence-" + phrases.language().tag() + ".json");
        String content = practice.evidence().orElseThrow(() -> new IllegalStateException("nothing is final"));
        if (!(FileSaving.write(file, content) instanceof FileSaving.Outcome.Written)) {
            throw new IOException("not written: " + file);
        }
        return file;
    }
}
