package org.lifeboat.ui.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Account;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.parts.Layer;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;

class DisputesViewTest {
    private static final String GONE = "L1 has no game at this address";
    private static final String RUNS = "its clock is running";

    @BeforeAll
    static void start() {
        Stageless.start();
    }

    /// The game is read once for the page and once for each own part in it: between the two L1 can go another way.
    @Test
    void aGameThatIsGone_isSaidOnce_andNothingAboveSaysThatItRuns() {
        assertThat(said("dispute-gone"))
                .filteredOn(text -> text.startsWith(GONE))
                .hasSize(1);
        assertThat(said("dispute-gone")).noneMatch(text -> text.contains(RUNS));
        assertThat(said("dispute-too-new"))
                .noneMatch(text -> text.startsWith(GONE))
                .anyMatch(text -> text.contains(RUNS));
    }

    private static List<String> said(String state) {
        return Toolkit.onScreen(() -> {
            Surroundings around = new Surroundings(
                    Stageless.phrases(Language.ENGLISH),
                    Tasks.immediate(),
                    new SimpleBooleanProperty(),
                    new SimpleBooleanProperty(),
                    new Layer(new StackPane()));
            DisputesView view = new DisputesView(
                    around,
                    new SimpleObjectProperty<>(DisputeCases.all().get(state)),
                    new Nothing(),
                    _ -> {},
                    new Place.Chain(new ChainId(10)));
            view.attach();
            return texts(view.node()).toList();
        });
    }

    private static Stream<String> texts(Node node) {
        Stream<String> own =
                node instanceof Label label ? Optional.ofNullable(label.getText()).stream() : Stream.empty();
        return node instanceof Parent parent
                ? Stream.concat(own, parent.getChildrenUnmodifiable().stream().flatMap(DisputesViewTest::texts))
                : own;
    }

    private record Nothing() implements DisputesView.Actions {
        @Override
        public void look() {}

        @Override
        public void giveUp() {}

        @Override
        public void check() {}

        @Override
        public void end() {}

        @Override
        public void follow(Account account) {}

        @Override
        public void begin(Account account) {}
    }
}
