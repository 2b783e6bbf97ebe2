package org.lifeboat.engine.sync;

import java.util.List;
import org.lifeboat.engine.source.SourceId;

/// What was noticed about one source in one round, as data: the words are in `i18n/sync_*.properties`.
/// @param arguments numbered from 1 in the message; {0} is the source's host
public record Finding(SourceId source, Kind kind, List<String> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    static Finding of(BeaconSource source, Kind kind, Object... arguments) {
        return new Finding(
                source.id(),
                kind,
                List.of(arguments).stream().map(String::valueOf).toList());
    }

    public String messageKey() {
        return kind == Kind.LIED ? "sync.lie." + arguments.getFirst() : "sync.finding." + kind;
    }

    public enum Kind {
        /// It did not answer usably. {1} detail
        FAILED,
        /// It has no such data. {1} what was asked
        NOT_OFFERED,
        /// It sent something false and is set aside. {1} the name of a `Verdict.Reason`; each has its own sentence
        LIED,
        /// Its newest block is {1} slots behind this computer's clock.
        BEHIND,
        /// Its newest message is signed by {1} of {2}: not enough to make anything final.
        TOO_FEW_SIGNATURES,
        /// It shows a rightly signed block {1} seconds ahead of this computer's clock: the clock is slow.
        AHEAD_OF_CLOCK,
        /// Its messages are of the fork {1}, which this program does not know.
        UNKNOWN_FORK,
        /// It calls slot {1} final after slot {2} was.
        FINALITY_BACKWARDS,
        /// At slot {1} it shows block {2}, rightly signed; {3} shows another, signed as well.
        EQUIVOCATION,
        /// At slot {1} it shows {2} as final; another block was signed as final there too.
        FINALITY_CONFLICT
    }

    /// Whether the source should be named to the user even when all else is well.
    public boolean grave() {
        return switch (kind) {
            case LIED, EQUIVOCATION, FINALITY_CONFLICT, AHEAD_OF_CLOCK, UNKNOWN_FORK, FINALITY_BACKWARDS -> true;
            case FAILED, NOT_OFFERED, BEHIND, TOO_FEW_SIGNATURES -> false;
        };
    }
}
