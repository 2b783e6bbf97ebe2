package org.lifeboat.ui.activity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.engine.activity.Activity;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.ActivityPage;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.send.Following;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.tasks.Tasks;

/// Reads the list piece by piece, so that a hundred thousand rows open as fast as ten.
public final class ActivityViewModel {
    /// Rows read at once.
    static final int PIECE = 200;

    /// For one source that is asked what became of a transaction.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Storage storage;
    private final Activity activity;
    private final Networks networks;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<ActivityScreen> screen =
            new ReadOnlyObjectWrapper<>(new ActivityScreen.Loading());
    private boolean reading;

    public ActivityViewModel(Storage storage, Networks networks, Tasks tasks) {
        this.storage = storage;
        this.activity = new Activity(storage);
        this.networks = networks;
        this.tasks = tasks;
    }

    public ReadOnlyObjectProperty<ActivityScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    /// Reads the newest piece.
    public void load(ActivityFilter filter) {
        reading = true;
        tasks.run(() -> first(filter), this::show, _ -> reading = false);
    }

    /// Reads one piece more, if there is one and none is being read.
    public void more() {
        if (reading
                || !(screen.get() instanceof ActivityScreen.Shown shown)
                || shown.next().isEmpty()) {
            return;
        }
        reading = true;
        tasks.run(
                () -> activity.page(shown.filter(), shown.next(), PIECE),
                page -> append(shown, page),
                _ -> reading = false);
    }

    /// Asks what became of the transactions that are under way, and shows it.
    /// @param sources of a network, in the user's order
    public void follow(Following following, Function<ChainId, List<Source>> sources) {
        tasks.run(
                () -> {
                    boolean changed = false;
                    for (OwnTransaction own : storage.activity().unsettled()) {
                        Optional<Network> network = networks.find(own.chain());
                        if (network.isPresent()) {
                            Following.Look look =
                                    following.look(own, network.get(), sources.apply(own.chain()), PATIENCE);
                            changed |= !look.transaction().equals(own);
                        }
                    }
                    return changed;
                },
                changed -> {
                    if (changed) {
                        load(screen.get() instanceof ActivityScreen.Shown shown ? shown.filter() : ActivityFilter.ALL);
                    }
                },
                _ -> {});
    }

    /// Writes what the filter leaves as CSV.
    /// @param said gets whether it was written, on the screen's thread
    public void export(Path file, ActivityFilter filter, Consumer<Boolean> said) {
        tasks.run(
                () -> {
                    Files.writeString(file, activity.exportCsv(filter));
                    return true;
                },
                said,
                _ -> said.accept(false));
    }

    private ActivityScreen first(ActivityFilter filter) {
        ActivityPage page = activity.page(filter, Optional.empty(), PIECE);
        if (page.transactions().isEmpty() && filter.equals(ActivityFilter.ALL)) {
            return new ActivityScreen.Empty();
        }
        Map<Address, String> names = new HashMap<>();
        storage.contacts().all().forEach(contact -> names.put(contact.address(), contact.name()));
        storage.accounts().all().stream()
                .filter(account -> !account.label().isBlank())
                .forEach(account -> names.put(account.address(), account.label()));
        return new ActivityScreen.Shown(
                page.transactions(),
                page.next(),
                storage.activity().count(filter),
                filter,
                networks.all().stream().collect(Collectors.toMap(Network::chain, Function.identity())),
                names,
                List.of());
    }

    private void show(ActivityScreen next) {
        reading = false;
        screen.set(next);
    }

    private void append(ActivityScreen.Shown before, ActivityPage page) {
        reading = false;
        if (!screen.get().equals(before)) {
            return; // the filter was changed meanwhile
        }
        List<OwnTransaction> all = new ArrayList<>(before.transactions());
        all.addAll(page.transactions());
        screen.set(new ActivityScreen.Shown(
                all,
                page.next(),
                before.total(),
                before.filter(),
                before.networks(),
                before.names(),
                before.conditions()));
    }
}
