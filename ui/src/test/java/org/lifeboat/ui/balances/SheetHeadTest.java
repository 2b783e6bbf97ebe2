package org.lifeboat.ui.balances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.parts.Layer;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.states.Condition;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;

/// What the page of balances says below its title.
class SheetHeadTest {
    private final List<Place> opened = new ArrayList<>();

    @BeforeAll
    static void start() {
        Stageless.start();
    }

    /// There it stands in one line and can be cut: a tooltip alone is nothing for a keyboard.
    @Test
    void whatIsCutInANarrowWindow_leadsToTheExits_whereAllOfItStands() {
        Toolkit.onScreen(() -> {
            List<Button> ways = ways(true, Sheets.refuted(), List.of(Sheets.caught()));

            assertThat(ways).hasSize(1);
            assertThat(ways.getFirst().getText()).contains("On its way");
            ways.getFirst().fire();
            assertThat(opened).containsExactly(new Place.Exits());
            return ways;
        });
    }

    @Test
    void whereThereIsRoom_orNothingToWarnOf_theSentenceIsNone() {
        Toolkit.onScreen(() -> {
            assertThat(ways(false, Sheets.refuted(), List.of(Sheets.caught()))).isEmpty();
            assertThat(ways(true, Sheets.whole(), List.of())).isEmpty();
            return opened;
        });
    }

    private List<Button> ways(boolean narrow, BalanceSheet sheet, List<Condition> conditions) {
        Surroundings around = new Surroundings(
                Stageless.phrases(Language.ENGLISH),
                Tasks.immediate(),
                new SimpleBooleanProperty(),
                new SimpleBooleanProperty(narrow),
                new Layer(new StackPane()));
        SheetPage page = new SheetPage(around, new BalancesView.Nothing(), opened::add);
        page.show(new BalancesScreen.Shown(sheet, Sheets.NAMES, conditions, false, Sheets.outlook(sheet)));
        return all(page.node())
                .filter(node -> node.getStyleClass().contains("lb-way") && node.isVisible())
                .map(Button.class::cast)
                .toList();
    }

    private static Stream<Node> all(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(SheetHeadTest::all))
                : Stream.of(node);
    }
}
