package org.lifeboat.engine.balances;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.primitives.TokenAmount;

/// Adds figures of the same asset; a missing figure makes a total "at least", never smaller in silence.
final class Totals {
    private Totals() {}

    static List<Total> of(List<NetworkReport> networks) {
        Map<AssetGroup, List<Row>> byGroup = new LinkedHashMap<>();
        for (NetworkReport network : networks) {
            for (Row row : network.rows()) {
                byGroup.computeIfAbsent(row.position().asset().group(), _ -> new ArrayList<>())
                        .add(row);
            }
        }
        return byGroup.entrySet().stream()
                .map(entry -> total(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Total total(AssetGroup group, List<Row> rows) {
        // One asset can have other decimals on another network; the largest number of decimals loses nothing.
        int decimals = rows.stream()
                .mapToInt(row -> row.position().asset().decimals())
                .max()
                .orElse(0);
        BigInteger sum = BigInteger.ZERO;
        SortedMap<Assurance, TokenAmount> parts = new TreeMap<>();
        List<Position> missing = new ArrayList<>();
        for (Row row : rows) {
            switch (row.newest()) {
                case Figure.Known known -> {
                    BigInteger units = scaled(known.amount(), decimals);
                    sum = sum.add(units);
                    parts.merge(known.assurance(), amount(units, decimals), Totals::plus);
                }
                case Figure.Problem _, Figure.NotAsked _ -> missing.add(row.position());
            }
        }
        String symbol = rows.getFirst().position().asset().symbol();
        boolean atLeast = !missing.isEmpty() || sum.compareTo(TokenAmount.LARGEST_UNITS) > 0;
        return new Total(group, symbol, amount(sum, decimals), parts, atLeast, missing);
    }

    private static BigInteger scaled(TokenAmount amount, int decimals) {
        return amount.units().multiply(BigInteger.TEN.pow(decimals - amount.decimals()));
    }

    private static TokenAmount plus(TokenAmount one, TokenAmount other) {
        return amount(one.units().add(other.units()), one.decimals());
    }

    /// A contract can claim any balance for anybody, so that a sum does not fit any more: then it is the largest
    /// amount there is, and the total says "at least".
    private static TokenAmount amount(BigInteger units, int decimals) {
        return new TokenAmount(units.min(TokenAmount.LARGEST_UNITS), decimals);
    }
}
