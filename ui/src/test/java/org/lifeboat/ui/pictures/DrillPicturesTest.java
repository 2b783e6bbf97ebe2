package org.lifeboat.ui.pictures;

import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.ui.OpenWallet;
import org.lifeboat.ui.drills.DrillCases;
import org.lifeboat.ui.drills.DrillsScreen;
import org.lifeboat.ui.drills.DrillsView;
import org.lifeboat.ui.drills.GuideScreen;
import org.lifeboat.ui.drills.GuideStrip;
import org.lifeboat.ui.keydrill.KeyDrillScreen;
import org.lifeboat.ui.keydrill.KeyDrillView;
import org.lifeboat.ui.keydrill.KeyDrillViewModel;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Page;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.vault.Secret;

/// The pages of drills, in each of their states.
class DrillPicturesTest {
    @Test
    void drills_inEveryState() throws IOException {
        for (Map.Entry<String, DrillsScreen> state : DrillCases.all().entrySet()) {
            Looks.page(state.getKey(), new Place.Drills(), around -> drills(around, state.getValue()));
        }
    }

    static Page drills(Surroundings around, DrillsScreen screen) {
        return new DrillsView(
                around,
                new SimpleObjectProperty<>(screen),
                new DrillsView.Actions() {
                    @Override
                    public void start(Drill drill) {}

                    @Override
                    public void rehearse(DrillsScreen.Position position) {}

                    @Override
                    public void play(String lesson) {}

                    @Override
                    public void keepWorld(boolean wanted) {}

                    @Override
                    public void giveUp() {}

                    @Override
                    public void price(String gasPrice, String worth) {}

                    @Override
                    public void list() {}
                },
                _ -> {},
                screen.equals(DrillCases.all().get("drills-first")));
    }

    @Test
    void guide_atEveryStage() throws IOException {
        for (Map.Entry<String, GuideScreen> state : DrillCases.guides().entrySet()) {
            Looks.alone(state.getKey(), around -> guided(around, state.getValue()));
        }
    }

    /// The strip, above a page.
    private static Page guided(Surroundings around, GuideScreen screen) {
        GuideStrip strip = new GuideStrip(around, new SimpleObjectProperty<>(screen), new GuideStrip.Actions() {
            @Override
            public void begin() {}

            @Override
            public void pass() {}

            @Override
            public void tellTheTruth() {}

            @Override
            public void leave() {}
        });
        strip.attach();
        Page page = drills(around, DrillCases.all().get("drills-opening"));
        BorderPane both = new BorderPane(page.node());
        both.setTop(strip);
        return new Page() {
            @Override
            public Node node() {
                return both;
            }

            @Override
            public void attach() {
                page.attach();
            }

            @Override
            public void detach() {
                page.detach();
            }
        };
    }

    @Test
    void keys_inEveryState() throws IOException {
        keys("keydrill-choice", _ -> {});
        keys("keydrill-few", KeyDrillViewModel::few);
        keys("keydrill-few-wrong", model -> {
            model.few();
            Map<Integer, Secret> typed = new TreeMap<>();
            ((KeyDrillScreen.Few) model.screen().get()).asked().forEach(place -> typed.put(place, secret("ability")));
            model.answerFew(typed, OpenWallet.password());
        });
        keys("keydrill-whole", KeyDrillViewModel::whole);
        keys("keydrill-other", model -> model.answerWhole(secret("zoo ".repeat(11) + "wrong"), Secret.empty()));
        keys("keydrill-proven", model -> model.answerWhole(secret(OpenWallet.WORDS), Secret.empty()));
    }

    private static Secret secret(String text) {
        return Secret.take(text.toCharArray());
    }

    private static void keys(String name, Consumer<KeyDrillViewModel> done) throws IOException {
        try (OpenWallet wallet = new OpenWallet()) {
            KeyDrillViewModel model =
                    new KeyDrillViewModel(wallet.records(), wallet.keys(), Tasks.immediate(), new SplittableRandom(7));
            model.load();
            done.accept(model);
            Looks.page(name, new Place.KeyDrill(), around -> new KeyDrillView(around, model, () -> {}, _ -> {}));
        }
    }
}
