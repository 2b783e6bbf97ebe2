package org.lifeboat.ui.pictures;

import java.io.IOException;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Account;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.disputes.DisputeCases;
import org.lifeboat.ui.disputes.DisputesScreen;
import org.lifeboat.ui.disputes.DisputesView;
import org.lifeboat.ui.places.Place;

/// The pages about posted roots, in each of their states.
class DisputePicturesTest {
    @Test
    void disputes_inEveryState() throws IOException {
        for (Map.Entry<String, DisputesScreen> state : DisputeCases.all().entrySet()) {
            Looks.page(
                    state.getKey(),
                    new Place.Exits(),
                    around -> new DisputesView(
                            around,
                            new SimpleObjectProperty<>(state.getValue()),
                            new NoActions(),
                            _ -> {},
                            new Place.Chain(new ChainId(10))));
        }
    }

    private static final class NoActions implements DisputesView.Actions {
        @Override
        public void look() {}

        @Override
        public void check() {}

        @Override
        public void end() {}

        @Override
        public void begin(Account account) {}
    }
}
