package org.lifeboat.engine.activity;

import java.util.List;
import java.util.Optional;

/// A piece of the list, newest first.
/// @param next where the following piece begins; empty: this was the last one
public record ActivityPage(List<OwnTransaction> transactions, Optional<Cursor> next) {
    public ActivityPage {
        transactions = List.copyOf(transactions);
    }

    /// A place between two transactions that stays where it is when newer ones come in.
    /// @param signedAtMillis of the last transaction before the place, Unix milliseconds
    /// @param row of the same
    public record Cursor(long signedAtMillis, long row) {}
}
