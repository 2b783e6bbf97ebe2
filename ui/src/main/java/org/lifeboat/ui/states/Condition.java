package org.lifeboat.ui.states;

import java.time.Instant;
import java.util.List;

/// What is not well with what a page shows. A page may be in several at once.
public sealed interface Condition {
    /// Only some of those asked have answered; sums are "at least".
    record Partial(int answered, int asked) implements Condition {}

    /// Nothing newer than this came in.
    record Stale(Instant asOf) implements Condition {}

    /// A source said one thing and the proof another; the source was set aside.
    /// @param detailKey the sentence that says what was said and what the proof says
    /// @param arguments of that sentence
    record Disagrees(String source, String detailKey, List<String> arguments) implements Condition {
        public Disagrees {
            arguments = List.copyOf(arguments);
        }
    }

    /// No source answered at all.
    record Offline() implements Condition {}
}
