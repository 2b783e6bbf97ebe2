package org.lifeboat.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.exit.ExitWish;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.tasks.Toolkit;

class SideMenuTest {
    private static final ChainId L2 = new ChainId(10);
    private static final Address GAME = Address.ZERO;
    private static final List<MenuItem> ITEMS = List.of(
            new MenuItem("Balances", Feather.LAYERS, new Place.Balances()),
            new MenuItem("Activity", Feather.LIST, new Place.Activity()),
            new MenuItem("Exits", Feather.LOG_OUT, new Place.Exits()),
            new MenuItem("Drills", Feather.COMPASS, new Place.Drills()),
            new MenuItem("Networks", Feather.SERVER, new Place.Networks()));

    private final List<Place> opened = new ArrayList<>();

    @BeforeAll
    static void start() {
        Stageless.start();
    }

    private static List<String> lit(SideMenu menu) {
        return menu.getChildren().stream()
                .map(ToggleButton.class::cast)
                .filter(ToggleButton::isSelected)
                .map(ToggleButton::getText)
                .toList();
    }

    @Test
    void aPageBelowAnEntry_lightsThatEntryAlone() {
        Toolkit.onScreen(() -> {
            SideMenu menu = new SideMenu(ITEMS, "Menu", opened::add);
            Place.Dispute contest = new Place.Dispute(L2, GAME);
            for (Place below : List.of(
                    new Place.Withdraw(L2),
                    new Place.Force(L2),
                    new Place.Chain(L2),
                    new Place.Truth(L2),
                    contest,
                    new Place.DisputeStep(new PlanStore.Id(7), contest),
                    new Place.ExitRoots(new PlanStore.Id(7)),
                    new Place.ExitStep(new PlanStore.Id(7), ExitWish.NONE, false))) {
                menu.choose(new Place.Balances());
                menu.choose(below);
                assertThat(lit(menu)).as(below.toString()).containsExactly("Exits");
            }
            menu.choose(new Place.Send(Optional.empty()));
            assertThat(lit(menu)).containsExactly("Balances");
            menu.choose(new Place.KeyDrill());
            assertThat(lit(menu)).containsExactly("Drills");
            menu.choose(new Place.Verification(Optional.empty()));
            assertThat(lit(menu)).containsExactly("Networks");
            return menu;
        });
    }

    @Test
    void theEntryThatIsLit_leadsBackToItsPage_andStaysLit() {
        Toolkit.onScreen(() -> {
            SideMenu menu = new SideMenu(ITEMS, "Menu", opened::add);
            Scene scene = new Scene(menu);
            menu.choose(new Place.Withdraw(L2));
            ToggleButton exits = (ToggleButton) menu.getChildren().get(2);

            exits.fire();

            assertThat(opened).containsExactly(new Place.Exits());
            assertThat(lit(menu)).containsExactly("Exits");
            return scene;
        });
    }
}
