package org.lifeboat.ui.states;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Layer;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;

class ConditionBarsTest {
    private static final Condition CAUGHT = new Condition.Disagrees("node.example", Optional.empty());
    private static final Condition OLD = new Condition.Stale(Stageless.NOW.minusSeconds(10_800));

    private final AtomicInteger retried = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();

    @BeforeAll
    static void start() {
        Stageless.start();
    }

    private ConditionBars bars(boolean narrow, List<Condition> conditions) {
        Surroundings around = new Surroundings(
                Stageless.phrases(Language.ENGLISH),
                Tasks.immediate(),
                new SimpleBooleanProperty(),
                new SimpleBooleanProperty(narrow),
                new Layer(new StackPane()));
        return new ConditionBars(around, conditions, retried::incrementAndGet, opened::incrementAndGet);
    }

    private static List<Bar> in(ConditionBars bars) {
        return bars.getChildren().stream().map(Bar.class::cast).toList();
    }

    @Test
    void aNarrowWindow_hasOneBar_withTheWorstFirst_andEveryWayOn() {
        Toolkit.onScreen(() -> {
            List<Bar> bars = in(bars(true, List.of(OLD, CAUGHT)));

            assertThat(bars).hasSize(1);
            String said = bars.getFirst().getAccessibleText();
            assertThat(said).startsWith("node.example gave a false answer").contains("Some figures are from ");
            assertThat(bars.getFirst().getStyleClass()).contains(Urgency.ACT_TODAY.style());
            press(bars.getFirst(), "Try again");
            press(bars.getFirst(), "Networks and sources");
            assertThat(retried).hasValue(1);
            assertThat(opened).hasValue(1);
            return bars;
        });
    }

    @Test
    void aWideWindow_keepsTheCalmBarCalm() {
        Toolkit.onScreen(() -> {
            List<Bar> bars = in(bars(false, List.of(OLD, CAUGHT)));

            assertThat(bars).hasSize(2);
            assertThat(bars.getLast().getAccessibleText()).startsWith("Some figures are from ");
            assertThat(bars.getLast().getStyleClass()).contains(Urgency.CALM.style());
            return bars;
        });
    }

    @Test
    void whatIsCalm_staysCalmInANarrowWindowToo() {
        Toolkit.onScreen(() -> {
            List<Bar> bars = in(bars(true, List.of(new Condition.Offline(), OLD)));

            assertThat(bars).hasSize(1);
            assertThat(bars.getFirst().getStyleClass())
                    .contains(Urgency.CALM.style())
                    .doesNotContain(Urgency.ACT_TODAY.style());
            return bars;
        });
    }

    private static void press(Bar bar, String name) {
        for (Node node : bar.lookupAll("*")) {
            if (node instanceof Button button && name.equals(button.getText())) {
                button.fire();
                return;
            }
        }
        throw new AssertionError("no " + name);
    }
}
