package org.lifeboat.ui.exits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Layer;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;

class ExitCardTest {
    @BeforeAll
    static void start() {
        Stageless.start();
    }

    @Test
    void aChoiceThatWasForgotten_isSaid() {
        String said = "The root that you chose, number 9,481 in the bridge's list, cannot be proven against any more";

        assertThat(bars(ExitScreensDrawn.forgotten())).anyMatch(bar -> bar.startsWith(said));
        assertThat(bars(ExitCases.entry(
                        ExitCases.report(ExitCases.plan(2, Sheets.OPTIMISM, "0.2"), ExitStage.CAN_PROVE))))
                .noneMatch(bar -> bar.contains("forgotten"));
    }

    private static List<String> bars(ExitsScreen.Entry entry) {
        return Toolkit.onScreen(() -> {
            Surroundings around = new Surroundings(
                    Stageless.phrases(Language.ENGLISH),
                    Tasks.immediate(),
                    new SimpleBooleanProperty(),
                    new SimpleBooleanProperty(),
                    new Layer(new StackPane()));
            return bars(new ExitCard(around, entry, Optional.empty(), true, new Nothing(), _ -> {}).node())
                    .toList();
        });
    }

    private static Stream<String> bars(Node node) {
        Stream<String> own = node instanceof Bar bar ? Stream.of(bar.getAccessibleText()) : Stream.empty();
        return node instanceof Parent parent
                ? Stream.concat(own, parent.getChildrenUnmodifiable().stream().flatMap(ExitCardTest::bars))
                : own;
    }

    private record Nothing() implements ExitsView.Actions {
        @Override
        public void look() {}

        @Override
        public void find(Network l2, Address account, Optional<Duration> back) {}

        @Override
        public void find(Network l2, Hash32 transaction) {}

        @Override
        public void giveUp() {}

        @Override
        public Supplier<String> evidence(Exits.Plan plan) {
            return () -> "";
        }

        @Override
        public void take(Path file) {}
    }
}
