package org.lifeboat.ui.balances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.balances.AssetGroup;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.Balances;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.Watch;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.SilentSource;
import org.lifeboat.ui.states.Condition;
import org.lifeboat.ui.tasks.Tasks;

class BalancesViewModelTest {
    private final Records records = new Records();

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void brokenDisk_isNotTakenForAnEmptySheet() {
        BalancesViewModel model = new BalancesViewModel(
                new Balances(records.storage().balances(), records.clock()),
                () -> {
                    throw new IllegalStateException("the disk gives nothing");
                },
                Tasks.immediate());
        model.refresh();

        assertThat(model.screen().get()).isEqualTo(new BalancesScreen.Unreadable());
    }

    @Test
    void conditions_areThoseOfTheSheet() {
        assertThat(BalancesViewModel.conditions(Sheets.whole())).isEmpty();
        assertThat(BalancesViewModel.conditions(Sheets.partial()))
                .containsExactly(new Condition.Partial(2, 3), new Condition.Stale(Records.NOW.minusSeconds(41 * 60)));
        assertThat(BalancesViewModel.conditions(Sheets.stale()))
                .containsExactly(new Condition.Stale(Records.NOW.minusSeconds(10_800)));
        assertThat(BalancesViewModel.conditions(Sheets.offline())).first().isEqualTo(new Condition.Offline());
        assertThat(BalancesViewModel.conditions(Sheets.refuted()))
                .first()
                .isInstanceOfSatisfying(
                        Condition.Disagrees.class,
                        caught -> assertThat(caught.source()).isEqualTo("node.example"));
    }

    @Test
    void refresh_withoutAccountOrSourceAsksNobody() {
        assertThat(shownFor(new BalancesViewModel.Watched(List.of(), Map.of())))
                .isEqualTo(new BalancesScreen.NoAccount());
        assertThat(shownFor(new BalancesViewModel.Watched(List.of(), Map.of(Sheets.ONE, ""))))
                .isEqualTo(new BalancesScreen.NoSource());
    }

    @Test
    void refresh_withADeadSourceShowsNoZero() {
        SilentSource dead = new SilentSource(new SourceId(Sheets.ETHEREUM.chain(), "http://127.0.0.1:1"), 0);
        Watch watch = new Watch(Sheets.ETHEREUM, List.of(dead), List.of(Sheets.ONE), List.of());

        BalancesScreen shown = shownFor(new BalancesViewModel.Watched(List.of(watch), Map.of(Sheets.ONE, "One")));

        assertThat(shown).isInstanceOfSatisfying(BalancesScreen.Shown.class, sheet -> {
            assertThat(sheet.conditions()).contains(new Condition.Offline());
            assertThat(sheet.refreshing()).isFalse();
            assertThat(sheet.sheet().networks().getFirst().rows().getFirst().newest())
                    .isNotInstanceOf(Figure.Known.class);
            assertThat(sheet.sheet().totals().getFirst().atLeast()).isTrue();
        });
    }

    @Test
    void refresh_saysNothingOfTheLastTimeWhileItAsks() {
        SilentSource dead = new SilentSource(new SourceId(Sheets.ETHEREUM.chain(), "http://127.0.0.1:1"), 0);
        Watch watch = new Watch(Sheets.ETHEREUM, List.of(dead), List.of(Sheets.ONE), List.of());
        LaterTasks tasks = new LaterTasks();
        BalancesViewModel model = new BalancesViewModel(
                new Balances(records.storage().balances(), records.clock()),
                () -> new BalancesViewModel.Watched(List.of(watch), Map.of(Sheets.ONE, "One")),
                tasks);
        model.refresh();
        tasks.runAll();
        assertThat(model.screen().get())
                .isInstanceOfSatisfying(
                        BalancesScreen.Shown.class,
                        shown -> assertThat(shown.conditionsAt(Records.NOW)).contains(new Condition.Offline()));

        model.refresh();

        assertThat(model.screen().get()).isInstanceOfSatisfying(BalancesScreen.Shown.class, shown -> {
            assertThat(shown.refreshing()).isTrue();
            assertThat(shown.conditionsAt(Records.NOW.plusSeconds(86_400))).isEmpty();
        });
        model.cancel();
        assertThat(model.screen().get()).isInstanceOfSatisfying(BalancesScreen.Shown.class, shown -> {
            assertThat(shown.refreshing()).isFalse();
            assertThat(shown.conditions()).contains(new Condition.Offline());
        });
    }

    private BalancesScreen shownFor(BalancesViewModel.Watched watched) {
        Balances balances = new Balances(records.storage().balances(), records.clock());
        BalancesViewModel model = new BalancesViewModel(balances, () -> watched, Tasks.immediate());
        model.refresh();
        return model.screen().get();
    }

    @Test
    void lines_leaveKnownZerosOutAndUnknownOnesIn() {
        assertThat(Line.zeros(Sheets.whole())).isEqualTo(3);
        assertThat(lines(Sheets.whole(), Set.of(), false)).hasSize(8);
        assertThat(lines(Sheets.whole(), Set.of(), true)).hasSize(11);
        assertThat(lines(Sheets.partial(), Set.of(), false)).hasSize(9);
        var eth = Sheets.whole().totals().getFirst().group();
        assertThat(lines(Sheets.whole(), Set.of(eth), false)).hasSize(4);
    }

    private static List<Line> lines(BalanceSheet sheet, Set<AssetGroup> folded, boolean zerosToo) {
        return Line.of(sheet, new Line.Folds(folded, Set.of(), zerosToo));
    }
}
