package org.lifeboat.engine.exit;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.balances.AssetGroup;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.balances.Vouched;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.TokenAmount;

/// What of a sheet its owner can get out alone, and what hangs on others keeping their word. Pure.
///
/// What can be relied on of a position is the smaller of its two figures: the newest, and the newest that L1 vouches
/// for. On L1 that is at hand now. The coin of an L2 can be brought there where the last look at its way out, no older
/// than [#FRESH], said that nobody else is needed for it, an own root included. What an account holds on L1 pays for
/// one way out after the other, the largest first, and is not counted twice. A token of an L2 counts as further:
/// whether its bridge lets it home is decided token by token, when it is asked for.
///
/// @param vouched whether L1 vouches for any figure of the sheet at all; where it does not, nothing can be said
/// @param parts one an asset of which anything is held, in the sheet's order
/// @param shortage where L1's coin does not pay for all ways out at once; those that it does not pay for are further
public record Reach(boolean vouched, List<Part> parts, Optional<Shortage> shortage) {
    /// A yes that is older has to be asked for again before it is counted on.
    public static final Duration FRESH = Duration.ofDays(2);

    public Reach {
        parts = List.copyOf(parts);
    }

    /// @param now on L1 already
    /// @param later still to be brought there
    /// @param by when the last of `later` would be there; empty where nothing is, or nobody knows
    /// @param further what hangs on a server, a sequencer or an operator
    public record Part(
            AssetGroup group,
            String symbol,
            TokenAmount now,
            TokenAmount later,
            Optional<Instant> by,
            TokenAmount further) {}

    /// Of the ways out that each alone could be paid for, how many can be at once.
    public record Shortage(int enough, int of) {}

    /// What the last look at a way out had shown.
    @FunctionalInterface
    public interface Ways {
        /// Nobody has looked yet.
        Ways NONE = (_, _) -> Optional.empty();

        Optional<ReadyBook.Entry> of(ChainId l2, Address account);
    }

    /// @param sheet figures that could not be read count for nothing
    public static Reach of(BalanceSheet sheet, Ways ways) {
        Map<AssetGroup, Sum> sums = new LinkedHashMap<>();
        WaysPaid paid = WaysPaid.of(sheet, ways);
        boolean vouched = false;
        for (NetworkReport report : sheet.networks()) {
            for (Row row : report.rows()) {
                if (row.newest() instanceof Figure.Known newest) {
                    Optional<TokenAmount> relied = relied(newest, row.vouched());
                    vouched |= relied.isPresent();
                    sums.computeIfAbsent(row.position().asset().group(), _ -> new Sum(row))
                            .add(report.network(), row, newest.amount(), relied, paid, sheet.at());
                }
            }
        }
        List<Part> parts =
                sums.values().stream().filter(Sum::holdsAnything).map(Sum::part).toList();
        return new Reach(vouched, parts, paid.shortage());
    }

    /// What can be relied on of a position; empty where L1 vouches for nothing of it.
    static Optional<TokenAmount> relied(Figure.Known newest, Vouched vouched) {
        if (firm(newest.assurance())) {
            return Optional.of(newest.amount());
        }
        if (!(vouched instanceof Vouched.Known(Figure.Known firm, var _)) || !firm(firm.assurance())) {
            return Optional.empty();
        }
        boolean smaller = firm.amount().units().compareTo(newest.amount().units()) < 0;
        return Optional.of(smaller ? firm.amount() : newest.amount());
    }

    private static boolean firm(Assurance assurance) {
        return assurance.level().compareTo(Assurance.Level.POSTED) >= 0;
    }

    /// One asset can have other decimals on another network; everything is counted in the most there are.
    private static final class Sum {
        private final AssetGroup group;
        private final String symbol;
        private int decimals;
        private BigInteger now = BigInteger.ZERO;
        private BigInteger later = BigInteger.ZERO;
        private BigInteger further = BigInteger.ZERO;
        private final List<Optional<Instant>> dates = new ArrayList<>();

        Sum(Row first) {
            this.group = first.position().asset().group();
            this.symbol = first.position().asset().symbol();
        }

        void add(Network network, Row row, TokenAmount held, Optional<TokenAmount> relied, WaysPaid paid, Instant at) {
            widen(held.decimals());
            BigInteger all = scaled(held);
            BigInteger firm = relied.map(this::scaled).orElse(BigInteger.ZERO);
            switch (network.layer()) {
                case Network.Layer.L1 _ -> now = now.add(firm);
                case Network.Layer.L2 _ -> {
                    Optional<ReadyBook.Entry> way = row.position().asset() instanceof Asset.Coin
                            ? paid.way(network.chain(), row.position().account())
                            : Optional.empty();
                    firm = way.isPresent() ? firm : BigInteger.ZERO;
                    later = later.add(firm);
                    way.ifPresent(entry -> dates.add(entry.longest().map(at::plus)));
                }
                case Network.Layer.Sidechain _, Network.Layer.Unstated _ -> firm = BigInteger.ZERO;
            }
            further = further.add(all.subtract(firm));
        }

        private void widen(int wanted) {
            if (wanted > decimals) {
                BigInteger factor = BigInteger.TEN.pow(wanted - decimals);
                now = now.multiply(factor);
                later = later.multiply(factor);
                further = further.multiply(factor);
                decimals = wanted;
            }
        }

        private BigInteger scaled(TokenAmount amount) {
            return amount.units().multiply(BigInteger.TEN.pow(decimals - amount.decimals()));
        }

        boolean holdsAnything() {
            return now.add(later).add(further).signum() > 0;
        }

        Part part() {
            Optional<Instant> by = dates.isEmpty() || dates.stream().anyMatch(Optional::isEmpty)
                    ? Optional.empty()
                    : dates.stream().flatMap(Optional::stream).max(Instant::compareTo);
            return new Part(group, symbol, amount(now), amount(later), by, amount(further));
        }

        private TokenAmount amount(BigInteger units) {
            return new TokenAmount(units.min(TokenAmount.LARGEST_UNITS), decimals);
        }
    }
}
