package org.lifeboat.ui.activity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.ActivityPage;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.states.Condition;

/// What the page of activity shows.
public sealed interface ActivityScreen {
    /// The records are being read.
    record Loading() implements ActivityScreen {}

    /// Nothing was ever sent from here.
    record Empty() implements ActivityScreen {}

    /// @param transactions those read so far, newest first
    /// @param next where the rest begins; empty: this is all
    /// @param total how many there are with this filter
    /// @param names labels of accounts and contacts
    record Shown(
            List<OwnTransaction> transactions,
            Optional<ActivityPage.Cursor> next,
            long total,
            ActivityFilter filter,
            Map<ChainId, Network> networks,
            Map<Address, String> names,
            List<Condition> conditions)
            implements ActivityScreen {
        public Shown {
            transactions = List.copyOf(transactions);
            networks = Map.copyOf(networks);
            names = Map.copyOf(names);
            conditions = List.copyOf(conditions);
        }
    }
}
