package org.lifeboat.engine.balances;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.BalanceStore;
import org.lifeboat.engine.storage.StoredReading;
import org.lifeboat.primitives.BlockRef;

/// Puts what L1 vouches for beside what was read: the same block's figure with its higher level, and the
/// newest figure that L1 vouches for.
record Raised(BalanceStore store, Vouching vouching) {
    NetworkReport report(NetworkReport read) {
        boolean rises = read.network().layer() instanceof Network.Layer.L1
                || read.network().stack().filter(Network.Stack.OP_STACK::equals).isPresent();
        if (!rises) {
            return read;
        }
        boolean rollup = read.network().isL2();
        Map<BlockRef, Instant> times = rollup ? vouching.finalFrom(read.network()) : Map.of();
        List<Row> rows =
                read.rows().stream().map(row -> row(row, rollup, times)).toList();
        return new NetworkReport(read.network(), read.state(), rows, read.disagreements(), read.notes());
    }

    private Row row(Row row, boolean rollup, Map<BlockRef, Instant> times) {
        Position position = row.position();
        List<StoredReading> vouchedFor =
                store
                        .of(
                                position.asset().chain(),
                                position.account(),
                                position.asset().contract())
                        .stream()
                        .filter(reading -> reading.assurance().level().compareTo(Assurance.Level.POSTED) >= 0)
                        .toList();
        // On L1 the firmest, not the newest: a signed head is always newer than what is final, and can still go back.
        // On a rollup what is final is days old: the newest, with its own level.
        Comparator<StoredReading> byHeight =
                Comparator.comparingLong(reading -> reading.block().number());
        Comparator<StoredReading> byLevel = Comparator.comparing(StoredReading::assurance);
        Optional<StoredReading> newest =
                vouchedFor.stream().max(rollup ? byHeight.thenComparing(byLevel) : byLevel.thenComparing(byHeight));
        if (newest.isEmpty()) {
            return row;
        }
        Optional<Instant> finalFrom = newest.filter(
                        reading -> reading.assurance().level() == Assurance.Level.POSTED)
                .map(StoredReading::block)
                .map(times::get);
        Vouched vouched = new Vouched.Known(Balances.figure(position, newest.get()), finalFrom);
        return new Row(position, raised(row.newest(), vouchedFor), vouched);
    }

    private static Figure raised(Figure figure, List<StoredReading> vouchedFor) {
        if (!(figure instanceof Figure.Known known)) {
            return figure;
        }
        return vouchedFor.stream()
                .filter(reading -> reading.block().equals(known.block())
                        && reading.units().equals(known.amount().units()))
                .map(StoredReading::assurance)
                .filter(assurance -> assurance.compareTo(known.assurance()) > 0)
                .max(Comparator.naturalOrder())
                .<Figure>map(assurance -> new Figure.Known(
                        known.amount(), assurance, known.block(), known.readAt(), known.source(), known.notes()))
                .orElse(figure);
    }
}
