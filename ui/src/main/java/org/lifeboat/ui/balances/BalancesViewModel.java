package org.lifeboat.ui.balances;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.Balances;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.engine.balances.Patience;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.balances.Watch;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.exit.Reach;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.states.Condition;
import org.lifeboat.ui.tasks.Tasks;

/// Asks for balances and keeps the sheet. A network that has answered is shown at once; the others keep their
/// last figure with its age.
public final class BalancesViewModel {
    /// Figures older than this are said to be old.
    static final Duration STALE = Duration.ofMinutes(5);

    /// Long enough to show several answers at once, too short to be noticed.
    private static final Duration GATHER = Duration.ofMillis(80);

    private final Balances balances;
    private final Supplier<Watched> watched;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<BalancesScreen> screen =
            new ReadOnlyObjectWrapper<>(new BalancesScreen.FirstLoad(0));
    private Tasks.Running running = () -> {};
    private int latestRequest;
    private boolean gathering;
    private boolean finished;

    /// Whether it is known what there is to ask for.
    private boolean begun;

    /// @param watched what to read now; asked for at every refresh, may read the disk
    public BalancesViewModel(Balances balances, Supplier<Watched> watched, Tasks tasks) {
        this.balances = balances;
        this.watched = watched;
        this.tasks = tasks;
    }

    /// @param accounts the user's labels by address, in the user's order
    /// @param ways what the last look at each way out had shown
    /// @param home withdrawals that are not over
    public record Watched(
            List<Watch> networks, Map<Address, String> accounts, Reach.Ways ways, List<Outlook.Homebound> home) {
        /// Where nothing is known of ways out.
        public Watched(List<Watch> networks, Map<Address, String> accounts) {
            this(networks, accounts, Reach.Ways.NONE, List.of());
        }
    }

    public ReadOnlyObjectProperty<BalancesScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    /// Shows what is remembered at once, then asks all networks.
    public void refresh() {
        running.cancel();
        int request = ++latestRequest;
        finished = false;
        gathering = false;
        if (screen.get() instanceof BalancesScreen.Shown shown) {
            show(shown.sheet(), List.of(), true); // what was not well the last time may be well now
        }
        running = tasks.run(
                () -> {
                    Watched now = watched.get();
                    BalanceSheet remembered = balances.remembered(now.networks());
                    tasks.onScreen(() -> begin(request, now, remembered));
                    return ask(request, now);
                },
                sheet -> finish(request, sheet),
                _ -> fail(request));
    }

    /// Stops asking; what has come in stays.
    public void cancel() {
        running.cancel();
        fail(latestRequest);
        latestRequest++; // what is still on its way from other threads must not begin it anew
    }

    private Optional<BalanceSheet> ask(int request, Watched now) throws InterruptedException {
        if (now.networks().isEmpty() || now.accounts().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(balances.refresh(
                now.networks(), Patience.SCREEN, report -> tasks.onScreen(() -> bring(request, report))));
    }

    private void begin(int request, Watched now, BalanceSheet remembered) {
        if (request != latestRequest) {
            return; // A slow old answer must not cover a newer one.
        }
        begun = true;
        if (now.accounts().isEmpty()) {
            screen.set(new BalancesScreen.NoAccount());
        } else if (now.networks().isEmpty()) {
            screen.set(new BalancesScreen.NoSource());
        } else if (rows(remembered).noneMatch(row -> row.newest() instanceof Figure.Known)) {
            int rows = remembered.networks().stream()
                    .mapToInt(each -> each.rows().size())
                    .sum();
            screen.set(new BalancesScreen.FirstLoad(rows));
            take(now);
            pending = remembered;
        } else {
            take(now);
            show(remembered, List.of(), true);
        }
    }

    private void take(Watched now) {
        names = new LinkedHashMap<>(now.accounts());
        ways = now.ways();
        home = now.home();
    }

    private Map<Address, String> names = Map.of();
    private Reach.Ways ways = Reach.Ways.NONE;
    private List<Outlook.Homebound> home = List.of();
    private BalanceSheet pending = BalanceSheet.of(Instant.EPOCH, List.of());

    /// What comes in close together is shown together: twelve networks must not draw the sheet twelve times
    /// in a frame.
    private void bring(int request, NetworkReport report) {
        if (request != latestRequest) {
            return;
        }
        List<NetworkReport> reports = new ArrayList<>(pending.networks());
        reports.replaceAll(old -> chain(old).equals(chain(report)) ? report : old);
        pending = BalanceSheet.of(pending.at(), reports);
        if (!gathering) {
            gathering = true;
            tasks.after(GATHER, () -> {
                gathering = false;
                if (request == latestRequest && !finished) {
                    show(pending, List.of(), true);
                }
            });
        }
    }

    private void finish(int request, Optional<BalanceSheet> sheet) {
        if (request == latestRequest) {
            sheet.ifPresent(whole -> show(whole, conditions(whole), false));
        }
    }

    private void fail(int request) {
        if (request == latestRequest && screen.get() instanceof BalancesScreen.Shown shown) {
            show(shown.sheet(), conditions(shown.sheet()), false);
        } else if (request == latestRequest && screen.get() instanceof BalancesScreen.FirstLoad) {
            if (begun) {
                show(pending, conditions(pending), false);
            } else {
                screen.set(new BalancesScreen.Unreadable());
            }
        }
    }

    private void show(BalanceSheet sheet, List<Condition> conditions, boolean refreshing) {
        pending = sheet;
        finished = !refreshing;
        screen.set(new BalancesScreen.Shown(sheet, names, conditions, refreshing, Outlook.of(sheet, ways, home)));
    }

    /// What is not well with a sheet once all networks had their chance.
    static List<Condition> conditions(BalanceSheet sheet) {
        List<Condition> conditions = new ArrayList<>();
        for (NetworkReport network : sheet.networks()) {
            for (Disagreement each : network.disagreements()) {
                conditions.add(new Condition.Disagrees(
                        each.source().shown(),
                        Optional.of(new Condition.Said(
                                each.contradiction(), network.network().coinSymbol()))));
            }
        }
        int asked = sheet.networks().size();
        int answered = (int) sheet.networks().stream()
                .filter(network -> network.state() instanceof NetworkReport.State.Read)
                .count();
        if (answered == 0) {
            conditions.add(new Condition.Offline());
        } else if (answered < asked) {
            conditions.add(new Condition.Partial(answered, asked));
        }
        oldest(sheet)
                .filter(at -> at.plus(STALE).isBefore(sheet.at()))
                .ifPresent(at -> conditions.add(new Condition.Stale(at)));
        return conditions;
    }

    static Optional<Instant> oldest(BalanceSheet sheet) {
        return rows(sheet)
                .flatMap(row -> known(row.newest()).stream())
                .map(Figure.Known::readAt)
                .min(Instant::compareTo);
    }

    private static Optional<Figure.Known> known(Figure figure) {
        return switch (figure) {
            case Figure.Known known -> Optional.of(known);
            case Figure.Problem problem -> problem.lastKnown();
            case Figure.NotAsked _ -> Optional.empty();
        };
    }

    private static Stream<Row> rows(BalanceSheet sheet) {
        return sheet.networks().stream().flatMap(network -> network.rows().stream());
    }

    private static ChainId chain(NetworkReport report) {
        return report.network().chain();
    }
}
