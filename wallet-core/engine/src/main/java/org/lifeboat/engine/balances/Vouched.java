package org.lifeboat.engine.balances;

/// The second figure of a position: the newest that L1 vouches for.
public sealed interface Vouched {
    /// L1 vouches for none so far, and why.
    record NoneYet(Note reason) implements Vouched {}

    /// An older figure, or the newest one itself, with the level that L1 gives it.
    record Known(Figure.Known figure) implements Vouched {}

    /// The network has no L1 above it (it is one of which nothing is verified here, or nobody vouches for it).
    record NotApplicable() implements Vouched {}
}
