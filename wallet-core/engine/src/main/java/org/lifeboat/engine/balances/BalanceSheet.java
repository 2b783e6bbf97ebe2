package org.lifeboat.engine.balances;

import java.time.Instant;
import java.util.List;

/// What all accounts hold on all watched networks, as far as it is known at one moment. Immutable; command
/// line and window show the same object.
/// @param at this computer's clock
/// @param totals one an asset, in the order in which the assets first appear
public record BalanceSheet(Instant at, List<NetworkReport> networks, List<Total> totals) {
    public BalanceSheet {
        networks = List.copyOf(networks);
        totals = List.copyOf(totals);
    }

    /// Adds up what may be added up.
    public static BalanceSheet of(Instant at, List<NetworkReport> networks) {
        return new BalanceSheet(at, networks, Totals.of(networks));
    }

    /// Whether no figure is missing.
    public boolean complete() {
        return networks.stream().allMatch(NetworkReport::complete);
    }
}
