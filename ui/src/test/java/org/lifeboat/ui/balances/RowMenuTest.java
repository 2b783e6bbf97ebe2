package org.lifeboat.ui.balances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.network.Network;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.parts.Layer;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;

/// What the other button of the mouse, or the menu key, offers for one position.
class RowMenuTest {
    private final List<Place> opened = new ArrayList<>();

    @BeforeAll
    static void start() {
        Stageless.start();
    }

    @Test
    void aPositionOnALayer2_canBeSentReceivedAndTakenHome() {
        Toolkit.onScreen(() -> {
            Layer layer = layer();
            List<MenuItem> items = menu(layer, Sheets.OPTIMISM);
            assertThat(items.stream().map(MenuItem::getText))
                    .containsExactly("How do we know?", "Send", "Receive", "Withdraw", "Activity");

            items.subList(1, 5).forEach(MenuItem::fire);
            assertThat(opened)
                    .containsExactly(
                            new Place.Send(Optional.of(
                                    new Place.Holding(Sheets.OPTIMISM.chain(), Sheets.ONE, Optional.empty()))),
                            new Place.Receive(Optional.of(Sheets.ONE)),
                            new Place.Withdraw(Sheets.OPTIMISM.chain()),
                            new Place.Activity());
            assertThat(layer.isOpen()).isFalse();
            items.getFirst().fire();
            assertThat(layer.isOpen()).as("its evidence").isTrue();
            return layer;
        });
    }

    @Test
    void onLayer1_thereIsNothingToTakeHome() {
        Toolkit.onScreen(() -> {
            assertThat(menu(layer(), Sheets.ETHEREUM).stream().map(MenuItem::getText))
                    .containsExactly("How do we know?", "Send", "Receive", "Activity");
            return opened;
        });
    }

    private static Layer layer() {
        Layer layer = new Layer(new StackPane());
        assertThat(new Scene(layer, 1280, 800).getRoot()).isSameAs(layer);
        return layer;
    }

    private List<MenuItem> menu(Layer layer, Network network) {
        Surroundings around = new Surroundings(
                Stageless.phrases(Language.ENGLISH),
                Tasks.immediate(),
                new SimpleBooleanProperty(),
                new SimpleBooleanProperty(),
                layer);
        Line.Holding line = Line.of(Sheets.whole(), new Line.Folds(Set.of(), Set.of(), false)).stream()
                .filter(Line.Holding.class::isInstance)
                .map(Line.Holding.class::cast)
                .filter(holding -> holding.network().equals(network))
                .findFirst()
                .orElseThrow();
        return new SheetPage(around, new BalancesView.Nothing(), opened::add)
                .menu(line)
                .getItems();
    }
}
