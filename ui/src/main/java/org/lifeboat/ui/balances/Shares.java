package org.lifeboat.ui.balances;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.balances.Total;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.ui.parts.AssuranceKind;
import org.lifeboat.ui.parts.PartsBar;

/// What a sum is made of: how much of it is on which network, and how far that was checked there.
final class Shares {
    private Shares() {}

    /// What was checked least first; what was checked as far, in the order of the networks.
    static List<PartsBar.Part> of(BalanceSheet sheet, Total total) {
        int decimals = total.sum().decimals();
        SortedMap<Assurance, Map<Network, BigInteger>> units = new TreeMap<>();
        for (NetworkReport report : sheet.networks()) {
            for (Row row : report.rows()) {
                if (row.position().asset().group().equals(total.group())
                        && row.newest() instanceof Figure.Known known) {
                    units.computeIfAbsent(known.assurance(), _ -> new LinkedHashMap<>())
                            .merge(report.network(), scaled(known.amount(), decimals), BigInteger::add);
                }
            }
        }
        List<PartsBar.Part> parts = new ArrayList<>();
        units.forEach((assurance, networks) -> networks.forEach((network, sum) -> parts.add(new PartsBar.Part(
                network.name(),
                AssuranceKind.of(network, assurance),
                new TokenAmount(sum.min(TokenAmount.LARGEST_UNITS), decimals)))));
        return parts;
    }

    private static BigInteger scaled(TokenAmount amount, int decimals) {
        return amount.units().multiply(BigInteger.TEN.pow(decimals - amount.decimals()));
    }
}
