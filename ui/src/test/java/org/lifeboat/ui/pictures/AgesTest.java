package org.lifeboat.ui.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.activity.ActivityScreen;
import org.lifeboat.ui.activity.ActivityView;
import org.lifeboat.ui.activity.Transactions;
import org.lifeboat.ui.balances.BalancesScreen;
import org.lifeboat.ui.balances.BalancesView;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.chain.ChainCases;
import org.lifeboat.ui.chain.ChainView;
import org.lifeboat.ui.exits.ExitScreensDrawn;
import org.lifeboat.ui.networks.NetworksScreen;
import org.lifeboat.ui.networks.NetworksView;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Layer;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.phrases.Phrases;
import org.lifeboat.ui.places.Page;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;

/// While a page stays open and nobody answers, ages count up and what has become old is called so; nothing else moves.
class AgesTest {
    private final MovedClock clock = new MovedClock();

    @BeforeAll
    static void start() {
        Stageless.start();
    }

    /// A clock that goes when it is told to.
    private static final class MovedClock extends Clock {
        private Instant now = Stageless.NOW;

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private record Drawn(Page page, Scene scene) {
        List<String> said() {
            return scene.getRoot().lookupAll("*").stream()
                    .filter(each -> each instanceof Labeled label && each.isVisible() && label.getText() != null)
                    .map(each -> Labels.plain(((Labeled) each).getText()))
                    .toList();
        }

        Drawn laidOut() {
            for (int i = 0; i < 3; i++) {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            }
            return this;
        }
    }

    /// Runs on the screen's thread.
    private Drawn draw(Language language, Function<Surroundings, Page> make) {
        BorderPane base = new BorderPane();
        Surroundings around = new Surroundings(
                new Phrases(language, ZoneId.of("Europe/Berlin"), clock),
                Tasks.immediate(),
                new SimpleBooleanProperty(),
                new SimpleBooleanProperty(),
                new Layer(base));
        Page page = make.apply(around);
        base.setCenter(page.node());
        page.attach();
        return new Drawn(page, new Scene(around.layer(), 1280, 1600)).laidOut();
    }

    private void pass(Drawn drawn, Duration time) {
        clock.now = clock.now.plus(time);
        Anew.write(drawn.scene().getRoot());
        drawn.laidOut();
    }

    private Drawn sheet(Language language) {
        BalancesScreen shown = new BalancesScreen.Shown(Sheets.whole(), Sheets.NAMES, List.of(), false);
        return draw(
                language,
                around -> new BalancesView(
                        around, new SimpleObjectProperty<>(shown), new BalancesView.Nothing(), _ -> {}));
    }

    @Test
    void sheet_saysWhenItHasBecomeOld_andLeavesFocusSelectionAndRows() {
        Toolkit.onScreen(() -> {
            Drawn drawn = sheet(Language.ENGLISH);
            ListView<?> list = (ListView<?>) drawn.scene().lookup(".list-view");
            list.getSelectionModel().select(2);
            list.requestFocus();
            ListCell<?> cell = (ListCell<?>) list.lookupAll(".list-cell").stream()
                    .filter(each -> ((ListCell<?>) each).isSelected())
                    .findFirst()
                    .orElseThrow();
            drawn.laidOut();
            Node graphic = cell.getGraphic();
            assertThat(cell.getAccessibleText()).contains("ago").doesNotContain("4 min");
            assertThat(drawn.said()).noneMatch(each -> each.contains("nothing newer came in"));

            pass(drawn, Duration.ofMinutes(4));
            assertThat(cell.getAccessibleText()).contains("4 min ago");
            assertThat(cell.getGraphic()).as("what is drawn stays").isSameAs(graphic);
            assertThat(drawn.said()).anyMatch(each -> each.contains("4 min ago"));
            assertThat(drawn.said()).noneMatch(each -> each.contains("nothing newer came in"));

            pass(drawn, Duration.ofMinutes(2));
            assertThat(drawn.said())
                    .anyMatch(each -> each.startsWith("Some figures are from") && each.contains("(6 min ago)"));
            pass(drawn, Duration.ofHours(1));
            assertThat(drawn.said()).anyMatch(each -> each.contains("(1 h 6 min ago); nothing newer came in"));
            assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(2);
            assertThat(drawn.scene().getFocusOwner()).isSameAs(list);
            return drawn;
        });
    }

    @Test
    void sheet_saysSoInChineseToo() {
        Toolkit.onScreen(() -> {
            Drawn drawn = sheet(Language.CHINESE);
            pass(drawn, Duration.ofMinutes(6));
            assertThat(drawn.said()).anyMatch(each -> each.startsWith("部分数字来自") && each.contains("6 分钟前"));
            return drawn;
        });
    }

    @Test
    void exits_sayWhenTheyHaveBecomeOld() {
        becomesOld(
                around -> ExitPicturesTest.exits(around, ExitScreensDrawn.all().get("exits-none")),
                Duration.ofMinutes(31),
                "31 min ago",
                "Some figures are from");
    }

    @Test
    void chain_saysWhenItHasBecomeOld() {
        becomesOld(
                around -> new ChainView(
                        around,
                        new SimpleObjectProperty<>(ChainCases.all().get("chain-well")),
                        () -> {},
                        () -> {},
                        _ -> {}),
                Duration.ofMinutes(31),
                "31 min ago",
                "Some figures are from");
    }

    @Test
    void networks_sayWhenNoSourceWasHeardForLong() {
        becomesOld(
                around -> new NetworksView(
                        around, new SimpleObjectProperty<>(networks()), new RecordPicturesTest.NoNetworks()),
                Duration.ofMinutes(31),
                "31 min ago",
                "No source has answered since");
    }

    @Test
    void activity_saysWhenNothingWasHeardOfPaymentsForLong() {
        becomesOld(
                around -> new ActivityView(
                        around,
                        new SimpleObjectProperty<>(activity()),
                        new SimpleObjectProperty<>(Optional.empty()),
                        new RecordPicturesTest.NoActivity()),
                Duration.ofMinutes(6),
                "6 min ago",
                "What became of your payments was last heard");
    }

    private void becomesOld(Function<Surroundings, Page> make, Duration later, String age, String sentence) {
        Toolkit.onScreen(() -> {
            Drawn drawn = draw(Language.ENGLISH, make);
            List<String> before = drawn.said();
            assertThat(before).noneMatch(each -> each.contains(age) || each.startsWith(sentence));
            pass(drawn, Duration.ZERO);
            assertThat(drawn.said()).as("no time, nothing else").isEqualTo(before);

            pass(drawn, later);
            assertThat(drawn.said()).anyMatch(each -> each.startsWith(sentence) && each.contains(age));
            return drawn;
        });
    }

    static NetworksScreen.Shown networks() {
        SourceId id = new SourceId(Sheets.ETHEREUM.chain(), "http://127.0.0.1:8545");
        Health health = Health.UNKNOWN.answered(Duration.ofMillis(180), Stageless.NOW);
        var source = new NetworksScreen.KeptSource(
                new Endpoint(id, new Endpoint.Consent.Given(Stageless.NOW, false), 0),
                Optional.of(health),
                1,
                Optional.empty(),
                "ETH");
        return new NetworksScreen.Shown(
                List.of(new NetworksScreen.Entry(Sheets.ETHEREUM, List.of(source), List.of(), List.of())),
                List.of(),
                new NetworksScreen.Remark.None());
    }

    static ActivityScreen.Shown activity() {
        return new ActivityScreen.Shown(
                Transactions.all(),
                Optional.empty(),
                7,
                ActivityFilter.ALL,
                new ActivityScreen.Around(Map.of(Sheets.ETHEREUM.chain(), Sheets.ETHEREUM), Sheets.NAMES, List.of()),
                List.of(),
                false,
                Optional.of(Stageless.NOW));
    }
}
