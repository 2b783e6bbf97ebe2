package org.lifeboat.ui.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.ActivityPage;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.states.Condition;

/// What the page of activity shows.
public sealed interface ActivityScreen {
    /// Payments under way are asked about some times a minute; where nothing was heard for so long, that is said.
    Duration OLD = Duration.ofMinutes(5);

    /// The records are being read.
    record Loading() implements ActivityScreen {}

    /// Nothing was ever sent from here.
    record Empty() implements ActivityScreen {}

    /// The records could not be read: there may well be transactions.
    record Unreadable() implements ActivityScreen {}

    /// @param transactions those read so far, newest first
    /// @param next where the rest begins; empty: this is all
    /// @param total how many there are with this filter
    /// @param asking whether it is being asked what became of those under way
    /// @param heard when a source last said what became of them; empty where none is under way, or nobody answered
    record Shown(
            List<OwnTransaction> transactions,
            Optional<ActivityPage.Cursor> next,
            long total,
            ActivityFilter filter,
            Around around,
            List<Condition> conditions,
            boolean asking,
            Optional<Instant> heard)
            implements ActivityScreen {
        /// Where none is under way.
        public Shown(
                List<OwnTransaction> transactions,
                Optional<ActivityPage.Cursor> next,
                long total,
                ActivityFilter filter,
                Around around,
                List<Condition> conditions,
                boolean asking) {
            this(transactions, next, total, filter, around, conditions, asking, Optional.empty());
        }

        public Shown {
            transactions = List.copyOf(transactions);
            conditions = List.copyOf(conditions);
        }

        Shown with(List<OwnTransaction> others, Optional<ActivityPage.Cursor> rest) {
            return new Shown(others, rest, total, filter, around, conditions, asking, heard);
        }

        /// @param then when a source last said what became of those under way
        public Shown heard(Optional<Instant> then) {
            return heard(conditions, then);
        }

        Shown heard(List<Condition> others, Optional<Instant> then) {
            return new Shown(transactions, next, total, filter, around, others, asking, then);
        }

        /// What is not well at `now`: what became of payments becomes old while nobody answers, which is not said
        /// while somebody is still asked.
        public List<Condition> conditionsAt(Instant now) {
            return Condition.aged(conditions, asking ? Optional.empty() : heard, Condition.Of.PAYMENTS, OLD, now);
        }

        public Shown asking(boolean now) {
            return new Shown(transactions, next, total, filter, around, conditions, now, heard);
        }
    }

    /// What is needed to name what stands in the rows, and to choose among them.
    /// @param names labels of accounts and contacts
    /// @param accounts all of them, hidden ones too: they may have sent something once
    record Around(Map<ChainId, Network> networks, Map<Address, String> names, List<Account> accounts) {
        public Around {
            networks = Map.copyOf(networks);
            names = Map.copyOf(names);
            accounts = List.copyOf(accounts);
        }

        Optional<Network> network(OwnTransaction transaction) {
            return Optional.ofNullable(networks.get(transaction.chain()));
        }

        /// The chain id where the network was removed since.
        String networkName(OwnTransaction transaction) {
            return network(transaction)
                    .map(Network::name)
                    .orElseGet(() -> transaction.chain().toString());
        }

        Optional<String> name(Address address) {
            return Optional.ofNullable(names.get(address));
        }
    }
}
