package org.lifeboat.ui.exits;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.watch.ContestRounds;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.exits.ExitsScreen.Disputed;
import org.lifeboat.ui.exits.ExitsScreen.Entry;
import org.lifeboat.ui.exits.ExitsScreen.Layer;
import org.lifeboat.ui.exits.ExitsScreen.Reading;
import org.lifeboat.ui.exits.ExitsScreen.Remark;
import org.lifeboat.ui.exits.ExitsScreen.Shown;
import org.lifeboat.ui.tasks.Tasks;

/// Reads what is kept, then asks one L2 after the other; what was read before stays until something newer is
/// there.
public final class ExitsViewModel {
    private final ExitsDesk desk;
    private final Tasks tasks;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<ExitsScreen> screen = new ReadOnlyObjectWrapper<>(new ExitsScreen.Loading());
    private List<Tasks.Running> asking = List.of();
    private Tasks.Running searching = () -> {};
    private int round;

    public ExitsViewModel(ExitsDesk desk, Tasks tasks, InstantSource clock) {
        this.desk = desk;
        this.tasks = tasks;
        this.clock = clock;
    }

    public ReadOnlyObjectProperty<ExitsScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    /// Reads the records and asks every layer.
    public void load() {
        load(new Remark.None());
    }

    private void load(Remark remark) {
        round++;
        int mine = round;
        stopAsking();
        tasks.run(desk::kept, kept -> loaded(mine, kept, remark), _ -> screen.set(new ExitsScreen.Unreadable()));
    }

    private void loaded(int mine, ExitsDesk.Kept kept, Remark remark) {
        if (mine != round) {
            return;
        }
        if (kept.layers().isEmpty() && kept.exits().isEmpty() && kept.contests().isEmpty()) {
            screen.set(new ExitsScreen.Nothing());
            return;
        }
        List<Layer> layers = kept.layers().stream().map(this::asBefore).toList();
        screen.set(new Shown(
                layers,
                sorted(kept.exits().stream()
                        .map(fresh -> asBefore(
                                fresh, kept.signed().getOrDefault(fresh.plan().id(), List.of())))
                        .toList()),
                layers.size(),
                kept.missed(),
                going(remark),
                pressing(kept.contests().stream().map(this::asBefore).toList())));
        List<Tasks.Running> begun = new ArrayList<>();
        for (Layer layer : layers) {
            List<Exits.Plan> plans = kept.exits().stream()
                    .map(Entry::plan)
                    .filter(plan -> plan.chain().equals(layer.l2().chain()))
                    .toList();
            begun.add(tasks.run(
                    () -> desk.ask(layer, plans),
                    answer -> answered(mine, layer, answer),
                    problem -> answered(
                            mine,
                            layer,
                            new ExitsDesk.Answer(
                                    new Reading.Silent(problem.getClass().getSimpleName(), Optional.empty()),
                                    Optional.empty(),
                                    Map.of()))));
        }
        asking = List.copyOf(begun);
    }

    /// A search goes on while the layers are asked again.
    private Remark going(Remark remark) {
        return shown().map(Shown::remark)
                .filter(before -> remark instanceof Remark.None && before instanceof Remark.Searching)
                .orElse(remark);
    }

    /// Stops asking, and searching: what has come in stays, with its age.
    public void giveUp() {
        round++;
        stopAsking();
        searching.cancel();
        shown().ifPresent(shown -> screen.set(
                new Shown(shown.layers(), shown.exits(), 0, shown.missed(), new Remark.GivenUp(), shown.contests())));
    }

    private void stopAsking() {
        asking.forEach(Tasks.Running::cancel);
        asking = List.of();
    }

    private Layer asBefore(Layer fresh) {
        return shown().flatMap(shown -> shown.layers().stream()
                        .filter(layer -> layer.l2().equals(fresh.l2()))
                        .findFirst())
                .map(before -> new Layer(fresh.l2(), fresh.accounts(), before.reading()))
                .orElse(fresh);
    }

    /// What was signed since the last look takes its button away before anybody has answered.
    private Entry asBefore(Entry fresh, List<ExitStep> signed) {
        return shown().flatMap(shown -> shown.exits().stream()
                        .filter(entry -> entry.plan().id().equals(fresh.plan().id()))
                        .findFirst())
                .map(before -> new Entry(
                        fresh.plan(),
                        fresh.l2(),
                        before.l1(),
                        before.report().map(report -> report.signed(signed)),
                        before.at(),
                        before.worth()))
                .orElse(fresh);
    }

    private void answered(int mine, Layer layer, ExitsDesk.Answer answer) {
        if (mine != round || shown().isEmpty()) {
            return; // a slow old answer must not cover a newer one
        }
        Shown shown = shown().get();
        Instant now = clock.instant();
        List<Layer> layers = shown.layers().stream()
                .map(each -> each.l2().equals(layer.l2()) ? with(each, answer.reading()) : each)
                .toList();
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : shown.exits()) {
            Optional<ExitReport> report =
                    Optional.ofNullable(answer.reports().get(entry.plan().id()));
            entries.add(
                    report.isPresent()
                            ? new Entry(
                                    report.get().plan(),
                                    entry.l2(),
                                    answer.l1(),
                                    report,
                                    Optional.of(now),
                                    Optional.ofNullable(
                                            answer.worth().get(entry.plan().id())))
                            : entry);
        }
        screen.set(new Shown(
                layers,
                sorted(entries),
                shown.asking() - 1,
                shown.missed(),
                shown.remark(),
                pressing(shown.contests().stream()
                        .map(contest -> seen(contest, answer.contests()))
                        .toList())));
    }

    private Disputed asBefore(Disputed fresh) {
        return shown().flatMap(shown -> shown.contests().stream()
                        .filter(contest ->
                                contest.plan().id().equals(fresh.plan().id()))
                        .findFirst())
                .map(before -> new Disputed(fresh.plan(), fresh.l2(), before.sight(), fresh.missed()))
                .orElse(fresh);
    }

    private static Disputed seen(Disputed contest, List<ContestRounds.Sight> sights) {
        return sights.stream()
                .filter(sight ->
                        sight.report().plan().id().equals(contest.plan().id()))
                .findFirst()
                .map(sight -> new Disputed(contest.plan(), contest.l2(), Optional.of(sight), contest.missed()))
                .orElse(contest);
    }

    /// Those whose clock runs out first come first.
    private static List<Disputed> pressing(List<Disputed> contests) {
        return contests.stream()
                .sorted(Comparator.comparing(ContestCards::haste)
                        .reversed()
                        .thenComparing(contest -> ContestCards.fallsAt(contest).orElse(Instant.MAX))
                        .thenComparingLong(contest -> contest.plan().id().value()))
                .toList();
    }

    private static Layer with(Layer layer, Reading reading) {
        if (reading instanceof Reading.Silent(String why, var _)) {
            return new Layer(layer.l2(), layer.accounts(), new Reading.Silent(why, before(layer.reading())));
        }
        return new Layer(layer.l2(), layer.accounts(), reading);
    }

    private static Optional<Reading.Read> before(Reading reading) {
        return switch (reading) {
            case Reading.Read read -> Optional.of(read);
            case Reading.Silent(String _, Optional<Reading.Read> before) -> before;
            case Reading.NotAsked _, Reading.None _ -> Optional.empty();
        };
    }

    /// The more urgent first, those that are over last; otherwise as they were begun.
    private static List<Entry> sorted(List<Entry> entries) {
        return entries.stream()
                .sorted(Comparator.comparingInt(ExitUrgency::rank)
                        .thenComparingLong(entry -> entry.plan().id().value()))
                .toList();
    }

    /// Looks for withdrawals that were begun elsewhere.
    /// @param back how far; empty: to the chain's beginning
    public void find(Network l2, Address account, Optional<Duration> back) {
        shown().ifPresent(shown -> screen.set(shown.with(new Remark.Searching(l2.name()))));
        searching.cancel();
        searching = tasks.run(
                () -> desk.find(l2, account, back),
                found -> load(found.<Remark>map(count -> new Remark.Found(count, l2.name()))
                        .orElseGet(() -> new Remark.NoList(l2.name()))),
                _ -> shown().ifPresent(shown -> screen.set(shown.with(new Remark.Failed()))));
    }

    /// Looks for those of one transaction of the L2.
    public void find(Network l2, Hash32 transaction) {
        shown().ifPresent(shown -> screen.set(shown.with(new Remark.Searching(l2.name()))));
        searching.cancel();
        searching = tasks.run(
                () -> desk.find(l2, transaction),
                this::load,
                _ -> shown().ifPresent(shown -> screen.set(shown.with(new Remark.Failed()))));
    }

    /// One withdrawal with its proofs, as a file. Blocks.
    public String evidence(Exits.Plan plan) {
        return desk.evidence(plan);
    }

    /// Takes a file of evidence into this profile.
    public void take(Path file) {
        tasks.run(
                () -> desk.take(file),
                this::load,
                _ -> shown().ifPresent(shown -> screen.set(shown.with(new Remark.Failed()))));
    }

    private Optional<Shown> shown() {
        return screen.get() instanceof Shown shown ? Optional.of(shown) : Optional.empty();
    }
}
