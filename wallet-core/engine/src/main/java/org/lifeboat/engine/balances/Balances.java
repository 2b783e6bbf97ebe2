package org.lifeboat.engine.balances;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.lifeboat.engine.storage.BalanceStore;
import org.lifeboat.engine.storage.StoredReading;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.TokenAmount;

/// What all accounts hold: from memory at once, from the networks on request. Thread-safe.
public final class Balances {
    private static final Comparator<StoredReading> NEWEST =
            Comparator.comparing(StoredReading::readAt).thenComparing(StoredReading::assurance);

    private final BalanceStore store;
    private final InstantSource clock;
    private final SourceMemory memory;
    private final Vouching vouching;

    public Balances(BalanceStore store, InstantSource clock) {
        this(store, clock, Vouching.NOBODY);
    }

    /// @param vouching raises what was proven once L1 vouches for it
    public Balances(BalanceStore store, InstantSource clock, Vouching vouching) {
        this.vouching = vouching;
        this.store = store;
        this.clock = clock;
        this.memory = new SourceMemory(clock);
    }

    /// The last readings, each with its age. Asks nobody.
    public BalanceSheet remembered(List<Watch> watched) {
        List<NetworkReport> reports = watched.stream().map(this::remembered).toList();
        return BalanceSheet.of(clock.instant(), reports);
    }

    private NetworkReport remembered(Watch watch) {
        Map<Position, Figure.Known> last = lastKnown(watch);
        List<Row> rows = watch.positions().stream()
                .map(position -> new Row(
                        position,
                        Optional.<Figure>ofNullable(last.get(position)).orElseGet(Figure.NotAsked::new),
                        NetworkReader.vouched(watch.network())))
                .toList();
        return new Raised(store, vouching)
                .report(new NetworkReport(
                        watch.network(), new NetworkReport.State.Remembered(), rows, List.of(), List.of()));
    }

    /// Asks all networks at the same time and saves what they say. A dead source delays nobody else; a
    /// network that gives nothing says why.
    ///
    /// @param finished called with each network's report as soon as it is there, by several threads; a
    /// second time where L1 vouches for more of it by then
    /// @return the sheet with every network, in the order of `watched`
    /// @throws InterruptedException if the caller was interrupted; all questions are then cancelled
    /// @throws IllegalStateException if a reading broke off, as where the disk refuses; thrown after all others
    /// have come to their end, with what broke it off as its cause
    public BalanceSheet refresh(List<Watch> watched, Patience patience, Consumer<NetworkReport> finished)
            throws InterruptedException {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Callable<NetworkReport>> readings = watched.stream()
                    .<Callable<NetworkReport>>map(watch -> () -> {
                        NetworkReader reader =
                                new NetworkReader(watch, lastKnown(watch), memory, clock, threads, patience);
                        NetworkReport read = reader.read();
                        save(read);
                        NetworkReport first = new Raised(store, vouching).report(read);
                        finished.accept(first);
                        vouching.take(watch.network(), reader.proofs(), reader::again);
                        NetworkReport raised = new Raised(store, vouching).report(read);
                        if (!raised.equals(first)) {
                            finished.accept(raised);
                        }
                        return raised;
                    })
                    .toList();
            List<NetworkReport> reports = new ArrayList<>();
            for (Future<NetworkReport> future : threads.invokeAll(readings)) {
                reports.add(future.get());
            }
            return BalanceSheet.of(clock.instant(), reports);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a network's balances could not be read", broken.getCause());
        } finally {
            // Sources that are still being asked, as witnesses or losers of the race, are not waited for.
            threads.shutdownNow();
        }
    }

    private Map<Position, Figure.Known> lastKnown(Watch watch) {
        Map<Position, Figure.Known> last = new HashMap<>();
        Map<Address, Map<Optional<Address>, StoredReading>> newest = new HashMap<>();
        for (Address account : watch.accounts()) {
            newest.put(account, newest(watch.network().chain(), account));
        }
        for (Position position : watch.positions()) {
            Optional.ofNullable(newest.get(position.account()))
                    .map(readings -> readings.get(position.asset().contract()))
                    .ifPresent(reading -> last.put(position, figure(position, reading)));
        }
        return last;
    }

    /// The newest reading of each asset of an account, by its contract.
    private Map<Optional<Address>, StoredReading> newest(ChainId chain, Address account) {
        Map<Optional<Address>, StoredReading> newest = new HashMap<>();
        for (StoredReading reading : store.of(chain, account)) {
            newest.merge(reading.token(), reading, BinaryOperator.maxBy(NEWEST));
        }
        return newest;
    }

    static Figure.Known figure(Position position, StoredReading reading) {
        return new Figure.Known(
                new TokenAmount(reading.units(), position.asset().decimals()),
                reading.assurance(),
                reading.block(),
                reading.readAt(),
                reading.source(),
                List.of());
    }

    private void save(NetworkReport report) {
        List<StoredReading> readings = new ArrayList<>();
        for (Row row : report.rows()) {
            if (row.newest() instanceof Figure.Known known) {
                readings.add(new StoredReading(
                        report.network().chain(),
                        row.position().account(),
                        row.position().asset().contract(),
                        known.assurance(),
                        known.block(),
                        known.amount().units(),
                        known.readAt(),
                        known.source()));
            }
        }
        if (!readings.isEmpty()) {
            store.putAll(readings);
        }
    }
}
