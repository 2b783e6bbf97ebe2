package org.lifeboat.engine.send;

import java.util.List;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.claims.Note;

/// What came of preparing a transaction. Nothing was signed or sent.
public sealed interface Preparation {
    /// The same; a draft has more to say, which is said first.
    default Preparation saying(List<Check> first) {
        return this instanceof Ready(Draft draft, List<Disagreement> disagreements)
                ? new Ready(draft.saying(first), disagreements)
                : this;
    }

    /// @param disagreements sources that were set aside on the way
    record Ready(Draft draft, List<Disagreement> disagreements) implements Preparation {
        public Ready {
            disagreements = List.copyOf(disagreements);
        }
    }

    /// It cannot be made, and the checks say why: the fee leaves nothing to send, or a figure is beyond reason.
    record NotPossible(List<Check> checks) implements Preparation {
        public NotPossible {
            checks = List.copyOf(checks);
        }
    }

    /// Nobody says how much gas it takes: the source refuses to estimate because it predicts a failure, and here
    /// it does not succeed either or cannot be tried. It can be made with a gas limit of the user's own.
    record GasLimitWanted(List<Check> checks, List<Disagreement> disagreements) implements Preparation {
        public GasLimitWanted {
            checks = List.copyOf(checks);
            disagreements = List.copyOf(disagreements);
        }
    }

    /// No source could be used. Try again, or add a source.
    record Unanswered(List<Note> reasons, List<Disagreement> disagreements) implements Preparation {
        public Unanswered {
            reasons = List.copyOf(reasons);
            disagreements = List.copyOf(disagreements);
        }
    }
}
