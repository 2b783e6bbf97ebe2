package org.lifeboat.ui.balances;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.exit.Reach;
import org.lifeboat.primitives.Address;
import org.lifeboat.ui.states.Condition;

/// What the page of balances shows.
public sealed interface BalancesScreen {
    /// There is no account yet.
    record NoAccount() implements BalancesScreen {}

    /// The records could not be read: there may well be accounts and figures.
    record Unreadable() implements BalancesScreen {}

    /// No source may be asked: nothing is known, and nobody has been asked.
    record NoSource() implements BalancesScreen {}

    /// Asked for the first time, nothing in yet.
    /// @param rows how many are expected
    record FirstLoad(int rows) implements BalancesScreen {}

    /// @param names the user's labels of the accounts
    /// @param refreshing whether newer figures are being asked for
    /// @param outlook what of it can be got out alone, and what is on its way
    record Shown(
            BalanceSheet sheet,
            Map<Address, String> names,
            List<Condition> conditions,
            boolean refreshing,
            Outlook outlook)
            implements BalancesScreen {
        /// With no more than the figures.
        public Shown(BalanceSheet sheet, Map<Address, String> names, List<Condition> conditions, boolean refreshing) {
            this(sheet, names, conditions, refreshing, Outlook.of(sheet, Reach.Ways.NONE, List.of()));
        }

        public Shown {
            names = Map.copyOf(names);
            conditions = List.copyOf(conditions);
        }

        /// What is not well at `now`: figures become old while nobody asks, too.
        public List<Condition> conditionsAt(Instant now) {
            return refreshing
                    ? conditions
                    : Condition.aged(conditions, BalancesViewModel.oldest(sheet), BalancesViewModel.STALE, now);
        }
    }
}
