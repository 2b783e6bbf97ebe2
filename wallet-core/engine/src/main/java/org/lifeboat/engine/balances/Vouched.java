package org.lifeboat.engine.balances;

import org.lifeboat.engine.claims.Note;

/// The second figure of a position: the newest that L1 vouches for.
public sealed interface Vouched {
    /// L1 vouches for none so far, and why.
    record NoneYet(Note reason) implements Vouched {}

    /// On an L1 the firmest figure: the newest final one, or while none is final the newest posted one. On
    /// a rollup, where what is final is days old, the newest that stands under a posted root.
    record Known(Figure.Known figure) implements Vouched {}

    /// The network has no L1 above it (it is one of which nothing is verified here, or nobody vouches for
    /// it).
    record NotApplicable() implements Vouched {}
}
