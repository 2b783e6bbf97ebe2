package org.lifeboat.ui.phrases;

import org.lifeboat.engine.watch.ReadyRounds;

/// What became of the way out of an L2, in sentences.
public final class ReadyWords {
    private ReadyWords() {}

    /// That it was open to the user alone, and is not any more.
    public static String lost(Phrases phrases, ReadyRounds.Sight sight) {
        return lost(phrases, false, sight);
    }

    /// The same for a notice.
    /// @param hidden amounts are not to be shown
    public static String lost(Phrases phrases, boolean hidden, ReadyRounds.Sight sight) {
        return sight.now()
                .missing()
                .map(wei -> phrases.say(
                        "reach.lost.missing",
                        sight.l2().name(),
                        sight.l1().name(),
                        (hidden ? "•••" : wei.toTokenAmount().toExactString()) + " "
                                + sight.l1().coinSymbol()))
                .orElseGet(() -> phrases.say(
                        "reach.lost.shut", sight.l2().name(), sight.l1().name()));
    }
}
