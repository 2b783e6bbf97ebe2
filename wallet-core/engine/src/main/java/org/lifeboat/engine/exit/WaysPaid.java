package org.lifeboat.engine.exit;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.TokenAmount;

/// The ways out that the accounts of a sheet can pay for alone, all at once. Pure.
final class WaysPaid {
    private final Map<Way, ReadyBook.Entry> paid = new HashMap<>();
    private int enough;
    private int of;

    private WaysPaid() {}

    /// @param account that leaves
    private record Way(ChainId l2, Address account) {}

    /// Out of whose coin it is paid.
    private record Purse(ChainId l1, Address account) {}

    /// @param firm what can be relied on of what is to be brought home
    private record Candidate(Way way, TokenAmount firm, ReadyBook.Entry entry) {}

    static WaysPaid of(BalanceSheet sheet, Reach.Ways ways) {
        Map<Purse, List<Candidate>> purses = new LinkedHashMap<>();
        Map<Purse, BigInteger> known = new HashMap<>();
        for (NetworkReport report : sheet.networks()) {
            for (Row row : report.rows()) {
                if (!(row.position().asset() instanceof Asset.Coin) || !(row.newest() instanceof Figure.Known newest)) {
                    continue;
                }
                Address account = row.position().account();
                ChainId chain = report.network().chain();
                switch (report.network().layer()) {
                    case Network.Layer.L1 _ ->
                        known.put(new Purse(chain, account), newest.amount().units());
                    case Network.Layer.L2(ChainId l1, var _) ->
                        candidate(new Way(chain, account), newest, row, ways, sheet.at())
                                .ifPresent(
                                        found -> purses.computeIfAbsent(new Purse(l1, account), _ -> new ArrayList<>())
                                                .add(found));
                    case Network.Layer.Sidechain _, Network.Layer.Unstated _ -> {}
                }
            }
        }
        WaysPaid all = new WaysPaid();
        purses.forEach((purse, wanted) -> all.pay(wanted, Optional.ofNullable(known.get(purse))));
        return all;
    }

    private static Optional<Candidate> candidate(Way way, Figure.Known newest, Row row, Reach.Ways ways, Instant at) {
        return Reach.relied(newest, row.vouched())
                .filter(firm -> firm.units().signum() > 0)
                .flatMap(firm -> ways.of(way.l2(), way.account())
                        .filter(ReadyBook.Entry::byItself)
                        .filter(entry -> entry.at().plus(Reach.FRESH).isAfter(at))
                        .map(entry -> new Candidate(way, firm, entry)));
    }

    /// @param known what the account holds on L1 by the sheet; counted is the less of that and what the last look saw
    private void pay(List<Candidate> wanted, Optional<BigInteger> known) {
        BigInteger seen = wanted.stream()
                .map(Candidate::entry)
                .max(Comparator.comparing(ReadyBook.Entry::at))
                .map(entry -> entry.held().value())
                .orElseThrow();
        BigInteger left = known.map(seen::min).orElse(seen);
        int counted = 0;
        List<Candidate> largestFirst = wanted.stream()
                .sorted(Comparator.comparing((Candidate one) -> one.firm().units())
                        .reversed()
                        .thenComparingLong(one -> one.way().l2().value()))
                .toList();
        for (Candidate one : largestFirst) {
            BigInteger takes = one.entry().alone().orElseThrow().value();
            if (takes.compareTo(left) <= 0) {
                left = left.subtract(takes);
                paid.put(one.way(), one.entry());
                counted++;
            }
        }
        if (counted < wanted.size()) {
            enough += counted;
            of += wanted.size();
        }
    }

    /// @return empty where the way out needs others, or cannot be paid for beside the other ones
    Optional<ReadyBook.Entry> way(ChainId l2, Address account) {
        return Optional.ofNullable(paid.get(new Way(l2, account)));
    }

    /// Of the accounts that cannot pay for all; empty where each can.
    Optional<Reach.Shortage> shortage() {
        return of == 0 ? Optional.empty() : Optional.of(new Reach.Shortage(enough, of));
    }
}
