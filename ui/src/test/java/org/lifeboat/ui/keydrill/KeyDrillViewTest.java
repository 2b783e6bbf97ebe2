package org.lifeboat.ui.keydrill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.OpenWallet;
import org.lifeboat.ui.parts.Layer;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;

class KeyDrillViewTest {
    @BeforeAll
    static void start() {
        Stageless.start();
    }

    /// To try again leads nowhere: whoever stands before a locked wallet is led to where it opens.
    @Test
    void aLockedWallet_leadsToTheDoor() {
        AtomicInteger opened = new AtomicInteger();
        try (OpenWallet wallet = new OpenWallet()) {
            wallet.keys().lock();
            KeyDrillViewModel model =
                    new KeyDrillViewModel(wallet.records(), wallet.keys(), Tasks.immediate(), new SplittableRandom(7));
            model.load();
            Toolkit.onScreen(() -> {
                Surroundings around = new Surroundings(
                        Stageless.phrases(Language.ENGLISH),
                        Tasks.immediate(),
                        new SimpleBooleanProperty(),
                        new SimpleBooleanProperty(),
                        new Layer(new StackPane()));
                KeyDrillView view = new KeyDrillView(around, model, opened::incrementAndGet, _ -> {});
                view.attach();
                List<Button> doors = view.node().lookupAll(".button").stream()
                        .map(Button.class::cast)
                        .filter(button -> button.getText().equals("Unlock"))
                        .toList();
                doors.forEach(Button::fire);
                view.detach();
                return view;
            });
        }
        assertThat(opened).hasValue(1);
    }
}
