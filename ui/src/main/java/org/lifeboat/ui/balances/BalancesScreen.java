package org.lifeboat.ui.balances;

import java.util.List;
import java.util.Map;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.primitives.Address;
import org.lifeboat.ui.states.Condition;

/// What the page of balances shows.
public sealed interface BalancesScreen {
    /// There is no account yet.
    record NoAccount() implements BalancesScreen {}

    /// No source may be asked: nothing is known, and nobody has been asked.
    record NoSource() implements BalancesScreen {}

    /// Asked for the first time, nothing in yet.
    /// @param rows how many are expected
    record FirstLoad(int rows) implements BalancesScreen {}

    /// @param names the user's labels of the accounts
    /// @param refreshing whether newer figures are being asked for
    record Shown(BalanceSheet sheet, Map<Address, String> names, List<Condition> conditions, boolean refreshing)
            implements BalancesScreen {
        public Shown {
            names = Map.copyOf(names);
            conditions = List.copyOf(conditions);
        }
    }
}
