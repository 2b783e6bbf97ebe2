package org.lifeboat.ui.balances;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.balances.AssetGroup;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.balances.Total;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.parts.AssuranceKind;
import org.lifeboat.ui.parts.PartsBar;

/// One line of the list: an asset with its total, one position of it, or many tokens of which nothing is
/// known for one and the same reason.
sealed interface Line {
    /// From so many tokens on, those without any figure become one line.
    int MANY = 3;

    /// @param old whether some of its positions have a figure of before, and no new one
    /// @param shares what the total is made of, by network and by how far it was checked there
    record Asset(Total total, List<PartsBar.Part> shares, boolean folded, boolean old) implements Line {
        public Asset {
            shares = List.copyOf(shares);
        }
    }

    /// A network above its positions, where the list is ordered by networks.
    record Place(Network network, boolean folded) implements Line {}

    record Holding(Network network, Row row) implements Line {}

    record Silent(Silence silence, List<Row> rows, boolean folded) implements Line {
        public Silent {
            rows = List.copyOf(rows);
        }
    }

    /// Why nothing is known of tokens on one network.
    record Silence(Network network, AssuranceKind kind, List<Note> reasons) {}

    /// What the user has folded and opened.
    /// @param folded assets whose positions are not listed
    /// @param opened reasons whose tokens are listed
    /// @param closed networks whose positions are not listed, where the list is ordered by networks
    record Folds(
            Set<AssetGroup> folded, Set<Silence> opened, Set<ChainId> closed, boolean zerosToo, boolean byNetwork) {
        /// By assets.
        Folds(Set<AssetGroup> folded, Set<Silence> opened, boolean zerosToo) {
            this(folded, opened, Set.of(), zerosToo, false);
        }
    }

    /// The lines of a sheet: assets with their positions, zeros left out; at the end the tokens of which
    /// nothing is known.
    static List<Line> of(BalanceSheet sheet, Folds folds) {
        Map<Silence, List<Row>> silent = silent(sheet);
        List<Row> apart = silent.values().stream().flatMap(List::stream).toList();
        List<Line> lines = folds.byNetwork() ? places(sheet, folds, apart) : assets(sheet, folds, apart);
        silent.forEach((silence, rows) -> {
            boolean closed = !folds.opened().contains(silence);
            lines.add(new Silent(silence, rows, closed));
            if (!closed) {
                rows.forEach(row -> lines.add(new Holding(silence.network(), row)));
            }
        });
        return lines;
    }

    private static List<Line> assets(BalanceSheet sheet, Folds folds, List<Row> apart) {
        List<Line> lines = new ArrayList<>();
        for (Total total : sheet.totals()) {
            List<Line> holdings = holdings(sheet, total, folds.zerosToo(), apart);
            if (holdings.isEmpty()) {
                continue;
            }
            boolean closed = folds.folded().contains(total.group());
            lines.add(new Asset(
                    total, Shares.of(sheet, total), closed, holdings.stream().anyMatch(Line::isOld)));
            if (!closed) {
                lines.addAll(holdings);
            }
        }
        return lines;
    }

    /// What is on different networks is not added up, so there are no totals.
    private static List<Line> places(BalanceSheet sheet, Folds folds, List<Row> apart) {
        List<Line> lines = new ArrayList<>();
        for (NetworkReport report : sheet.networks()) {
            Network network = report.network();
            List<Line> holdings = report.rows().stream()
                    .filter(row -> (folds.zerosToo() || !isZero(row)) && !apart.contains(row))
                    .<Line>map(row -> new Holding(network, row))
                    .toList();
            if (holdings.isEmpty()) {
                continue;
            }
            boolean closed = folds.closed().contains(network.chain());
            lines.add(new Place(network, closed));
            if (!closed) {
                lines.addAll(holdings);
            }
        }
        return lines;
    }

    private static List<Line> holdings(BalanceSheet sheet, Total total, boolean zerosToo, List<Row> apart) {
        List<Line> holdings = new ArrayList<>();
        for (NetworkReport network : sheet.networks()) {
            for (Row row : network.rows()) {
                if (row.position().asset().group().equals(total.group())
                        && (zerosToo || !isZero(row))
                        && !apart.contains(row)) {
                    holdings.add(new Holding(network.network(), row));
                }
            }
        }
        return holdings;
    }

    /// Tokens without any figure, by network and reason; few of them stay where they are.
    private static Map<Silence, List<Row>> silent(BalanceSheet sheet) {
        Map<Silence, List<Row>> silent = new LinkedHashMap<>();
        for (NetworkReport report : sheet.networks()) {
            for (Row row : report.rows()) {
                if (row.position().asset() instanceof org.lifeboat.engine.balances.Asset.Erc20) {
                    silence(report.network(), row)
                            .ifPresent(why -> silent.computeIfAbsent(why, _ -> new ArrayList<>())
                                    .add(row));
                }
            }
        }
        silent.values().removeIf(rows -> rows.size() < MANY);
        return silent;
    }

    private static Optional<Silence> silence(Network network, Row row) {
        return switch (row.newest()) {
            case Figure.NotAsked _ -> Optional.of(new Silence(network, kind(network, row), List.of()));
            case Figure.Problem(var _, List<Note> reasons, Optional<Figure.Known> last) ->
                last.isPresent() ? Optional.empty() : Optional.of(new Silence(network, kind(network, row), reasons));
            case Figure.Known _ -> Optional.empty();
        };
    }

    private static boolean isOld(Line line) {
        return line instanceof Holding(Network _, Row row)
                && row.newest() instanceof Figure.Problem problem
                && problem.lastKnown().isPresent();
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

    static AssuranceKind kind(Network network, Row row) {
        return switch (row.newest()) {
            case Figure.NotAsked _ -> AssuranceKind.NOT_ASKED;
            case Figure.Known known -> AssuranceKind.of(network, known.assurance());
            case Figure.Problem(Figure.Outcome outcome, var _, var _) ->
                switch (outcome) {
                    case REFUTED -> AssuranceKind.DISAGREES;
                    case COULD_NOT_ASK -> AssuranceKind.INCOMPLETE;
                };
        };
    }

    static Optional<Figure.Known> known(Row row) {
        return switch (row.newest()) {
            case Figure.Known known -> Optional.of(known);
            case Figure.Problem problem -> problem.lastKnown();
            case Figure.NotAsked _ -> Optional.empty();
        };
    }
}
