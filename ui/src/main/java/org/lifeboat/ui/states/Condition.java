package org.lifeboat.ui.states;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lifeboat.engine.claims.Contradiction;

/// What is not well with what a page shows. A page may be in several at once.
public sealed interface Condition {
    /// What a page shows, and so what it counts.
    enum Of {
        /// Figures of networks.
        FIGURES,
        SOURCES,
        /// What became of them.
        PAYMENTS
    }

    /// Only some of those asked have answered; sums are "at least".
    record Partial(int answered, int asked, Of of) implements Condition {
        public Partial(int answered, int asked) {
            this(answered, asked, Of.FIGURES);
        }
    }

    /// Nothing newer than this came in.
    record Stale(Instant asOf, Of of) implements Condition {
        public Stale(Instant asOf) {
            this(asOf, Of.FIGURES);
        }
    }

    /// A source said one thing and the proof another; the source was set aside.
    /// @param source its host
    /// @param said both statements, where they are known here
    record Disagrees(String source, Optional<Said> said) implements Condition {}

    /// @param coin symbol of the network's coin, for amounts; may be empty
    record Said(Contradiction contradiction, String coin) {}

    /// No source answered at all.
    record Offline() implements Condition {}

    /// What was not well when somebody was last asked, and what has become old since.
    /// @param newest when what is shown was read; empty where nothing was
    /// @param after how old it may become
    static List<Condition> aged(List<Condition> then, Optional<Instant> newest, Duration after, Instant now) {
        return aged(then, newest, Of.FIGURES, after, now);
    }

    /// As [#aged], of something else than figures.
    static List<Condition> aged(List<Condition> then, Optional<Instant> newest, Of of, Duration after, Instant now) {
        Stream<Condition> old =
                newest.filter(at -> at.plus(after).isBefore(now)).<Condition>map(at -> new Stale(at, of)).stream();
        return Stream.concat(then.stream().filter(each -> !(each instanceof Stale)), old)
                .toList();
    }
}
