package org.lifeboat.ui.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Account;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.disputes.DisputeCases;
import org.lifeboat.ui.disputes.DisputesScreen;
import org.lifeboat.ui.disputes.DisputesView;
import org.lifeboat.ui.look.Theme;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.tasks.Toolkit;

/// The pages about posted roots, in each of their states.
class DisputePicturesTest {
    @Test
    void disputes_inEveryState() throws IOException {
        for (Map.Entry<String, DisputesScreen> state : DisputeCases.all().entrySet()) {
            Looks.page(state.getKey(), new Place.Exits(), around -> view(around, state.getValue()));
        }
    }

    /// Whatever of a long page may shrink does, and a bar of no height tells no time.
    @Test
    void aPageThatScrolls_leavesItsBarsTheirHeight() throws IOException {
        Stageless pictures = new Stageless(Path.of("target/pictures"));
        pictures.page(
                "dispute-checking",
                Language.ENGLISH,
                Theme.LIGHT,
                Stageless.WIDE,
                new Place.Exits(),
                around -> view(around, DisputeCases.all().get("dispute-checking")));
        List<Double> heights = Toolkit.onScreen(() -> {
            Parent root = pictures.stage().getScene().getRoot();
            root.applyCss();
            root.layout(); // a pulse may have come between, that drew parts anew
            return root.lookupAll(".progress-bar").stream()
                    .map(bar -> bar.getLayoutBounds().getHeight())
                    .toList();
        });
        pictures.close();

        assertThat(heights).hasSize(2).allMatch(height -> height > 4);
    }

    private static DisputesView view(Surroundings around, DisputesScreen screen) {
        return new DisputesView(
                around, new SimpleObjectProperty<>(screen), new NoActions(), _ -> {}, new Place.Chain(new ChainId(10)));
    }

    private static final class NoActions implements DisputesView.Actions {
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
