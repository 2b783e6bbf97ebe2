package org.lifeboat.ui.exits;

import org.lifeboat.engine.watch.Watcher;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.phrases.Phrases;

/// Something that became of an exit, or of a chain that the user waits for, while nobody looked at its page.
public sealed interface ExitNews {
    record OfExit(Watcher.Sight sight) implements ExitNews {}

    record OfChain(Watcher.Running running) implements ExitNews {}

    default String title(Phrases phrases) {
        return switch (this) {
            case OfExit(Watcher.Sight sight) ->
                phrases.say("exits.number", sight.report().plan().id().value());
            case OfChain(Watcher.Running running) -> running.network().name();
        };
    }

    /// @param hidden amounts are not to be shown
    default String sentence(Phrases phrases, boolean hidden) {
        return switch (this) {
            case OfExit(Watcher.Sight sight) -> ExitWords.stage(phrases, hidden, sight);
            case OfChain(Watcher.Running running) ->
                phrases.say(
                        "exits.runs",
                        running.network().name(),
                        running.seen().source(),
                        phrases.number(running.seen().block()),
                        phrases.ago(running.seen().at()));
        };
    }

    default Urgency urgency() {
        return switch (this) {
            case OfExit(Watcher.Sight sight) -> ExitUrgency.of(sight.report());
            case OfChain _ -> Urgency.CALM;
        };
    }
}
