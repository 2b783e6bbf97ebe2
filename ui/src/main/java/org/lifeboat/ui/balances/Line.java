package org.lifeboat.ui.balances;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lifeboat.engine.balances.AssetGroup;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.balances.Total;
import org.lifeboat.engine.network.Network;

/// One line of the list: an asset with its total, or one position of it.
sealed interface Line {
    record Asset(Total total, boolean folded) implements Line {}

    record Holding(Network network, Row row) implements Line {}

    /// The lines of a sheet: assets with their positions; zeros left out.
    /// @param folded the assets whose positions are not listed
    static List<Line> of(BalanceSheet sheet, Set<AssetGroup> folded, boolean zerosToo) {
        List<Line> lines = new ArrayList<>();
        for (Total total : sheet.totals()) {
            List<Line> holdings = holdings(sheet, total, zerosToo);
            if (holdings.isEmpty()) {
                continue;
            }
            boolean closed = folded.contains(total.group());
            lines.add(new Asset(total, closed));
            if (!closed) {
                lines.addAll(holdings);
            }
        }
        return lines;
    }

    private static List<Line> holdings(BalanceSheet sheet, Total total, boolean zerosToo) {
        List<Line> holdings = new ArrayList<>();
        for (NetworkReport network : sheet.networks()) {
            for (Row row : network.rows()) {
                if (row.position().asset().group().equals(total.group()) && (zerosToo || !isZero(row))) {
                    holdings.add(new Holding(network.network(), row));
                }
            }
        }
        return holdings;
    }

    /// How many positions are known to be zero.
    static int zeros(BalanceSheet sheet) {
        return (int) sheet.networks().stream()
                .flatMap(network -> network.rows().stream())
                .filter(Line::isZero)
                .count();
    }

    /// Known to be zero: what is not known is not zero.
    private static boolean isZero(Row row) {
        return row.newest() instanceof Figure.Known known && known.amount().isZero();
    }
}
