package org.lifeboat.ui.balances;

import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.network.Networks;

/// How far a profile is from its first figure.
/// @param accounts how many accounts it has
/// @param watched how many networks have a source that may be asked
/// @param known how many networks the program knows
public record BalancesViewModel(int accounts, int watched, int known) {
    /// Asks the disk only.
    public static BalancesViewModel of(Accounts accounts, Networks networks) {
        return new BalancesViewModel(
                accounts.all().size(), networks.watched().size(), networks.all().size());
    }
}
