package org.lifeboat.engine.balances;

import java.time.Instant;
import java.util.Optional;
import org.lifeboat.engine.claims.Note;

/// The second figure of a position: the newest that L1 vouches for.
public sealed interface Vouched {
    /// L1 vouches for none so far, and why.
    record NoneYet(Note reason) implements Vouched {}

    /// On an L1 the firmest figure: the newest final one, or while none is final the newest posted one. On
    /// a rollup, where what is final is days old, the newest that stands under a posted root.
    /// @param finalFrom when the figure is final at the earliest, where that was read; empty of one that is final
    record Known(Figure.Known figure, Optional<Instant> finalFrom) implements Vouched {
        /// Where no time was read.
        public Known(Figure.Known figure) {
            this(figure, Optional.empty());
        }
    }

    /// The network has no L1 above it (it is one of which nothing is verified here, or nobody vouches for
    /// it).
    record NotApplicable() implements Vouched {}
}
