package org.lifeboat.ui.states;

import java.time.Instant;
import java.util.Optional;
import org.lifeboat.engine.claims.Contradiction;

/// What is not well with what a page shows. A page may be in several at once.
public sealed interface Condition {
    /// Only some of those asked have answered; sums are "at least".
    record Partial(int answered, int asked) implements Condition {}

    /// Nothing newer than this came in.
    record Stale(Instant asOf) implements Condition {}

    /// A source said one thing and the proof another; the source was set aside.
    /// @param source its host
    /// @param said both statements, where they are known here
    record Disagrees(String source, Optional<Said> said) implements Condition {}

    /// @param coin symbol of the network's coin, for amounts; may be empty
    record Said(Contradiction contradiction, String coin) {}

    /// No source answered at all.
    record Offline() implements Condition {}
}
