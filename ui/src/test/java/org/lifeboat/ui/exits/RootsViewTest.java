package org.lifeboat.ui.exits;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.exit.RootOffer;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.parts.Layer;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;

class RootsViewTest {
    private static final String TAKE = "Prove against this root";

    private final List<RootOffer> chosen = new ArrayList<>();
    private final List<Place> opened = new ArrayList<>();
    private int looked;

    @BeforeAll
    static void start() {
        Stageless.start();
    }

    @Test
    void eachRootThatFits_canBeTaken_butTheOneThatIsChosenAlready() {
        Toolkit.onScreen(() -> {
            RootsScreen.Shown shown = RootCases.shown();
            List<Button> takes = buttons(page(shown)).stream()
                    .filter(button -> button.getText().equals(TAKE))
                    .toList();

            takes.forEach(Button::fire);
            assertThat(chosen)
                    .containsExactlyElementsOf(shown.roots().stream()
                            .filter(root -> root.refusal().isEmpty() && !root.chosen())
                            .toList());
            assertThat(texts(page(shown))).containsOnlyOnce("Your choice.");
            return takes;
        });
    }

    @Test
    void whereNoProofIsDue_theWayLeadsBackToTheExits_notToTheSources() {
        for (String key : List.of("exits.root.notNow", "exits.offer.unknown")) {
            Toolkit.onScreen(() -> {
                opened.clear();
                Button primary = primary(page(RootsScreen.NoWay.because(key)));

                primary.fire();
                assertThat(opened).as(key).containsExactly(new Place.Exits());
                assertThat(buttons(page(RootsScreen.NoWay.because(key))))
                        .extracting(Button::getText)
                        .doesNotContain("Networks and sources", "Try again");
                return primary;
            });
        }
    }

    @Test
    void aRefusedRoot_orOneThatIsGone_leadsToAnotherLook() {
        for (RootsScreen screen : List.of(
                new RootsScreen.Refused(RootCases.fits(9_482), RootOffer.Refusal.LOST),
                RootsScreen.NoWay.because("exits.root.gone"))) {
            Toolkit.onScreen(() -> {
                looked = 0;
                Button primary = primary(page(screen));

                assertThat(primary.getText()).isEqualTo("Look again");
                primary.fire();
                assertThat(looked).isEqualTo(1);
                return primary;
            });
        }
    }

    @Test
    void whereL1IsSilent_itIsAskedAgain_orAnotherSourceIsNamed() {
        Toolkit.onScreen(() -> {
            Node page = page(RootsScreen.NoWay.because("exits.silent", "node.example"));

            primary(page).fire();
            assertThat(looked).isEqualTo(1);
            assertThat(buttons(page)).extracting(Button::getText).contains("Networks and sources");
            return page;
        });
    }

    private Node page(RootsScreen screen) {
        Surroundings around = new Surroundings(
                Stageless.phrases(Language.ENGLISH),
                Tasks.immediate(),
                new SimpleBooleanProperty(),
                new SimpleBooleanProperty(),
                new Layer(new StackPane()));
        RootsView view = new RootsView(
                around,
                new SimpleObjectProperty<>(screen),
                new RootsView.Actions() {
                    @Override
                    public void look() {
                        looked++;
                    }

                    @Override
                    public void giveUp() {}

                    @Override
                    public void choose(RootOffer root) {
                        chosen.add(root);
                    }
                },
                opened::add);
        view.attach();
        return view.node();
    }

    private static Button primary(Node page) {
        List<Button> all = buttons(page).stream()
                .filter(button -> button.getStyleClass().contains(Styles.ACCENT))
                .toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static List<Button> buttons(Node page) {
        return all(page)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .toList();
    }

    private static List<String> texts(Node page) {
        return all(page)
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private static Stream<Node> all(Node node) {
        Stream<Node> children = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(RootsViewTest::all)
                : Stream.empty();
        return Stream.concat(Stream.of(node), children);
    }
}
