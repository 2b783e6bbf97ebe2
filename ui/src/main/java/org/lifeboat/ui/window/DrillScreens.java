package org.lifeboat.ui.window;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.DrillSight;
import org.lifeboat.engine.drill.KeyDrill;
import org.lifeboat.ui.drills.DrillsScreen;
import org.lifeboat.ui.drills.DrillsView;
import org.lifeboat.ui.drills.DrillsViewModel;
import org.lifeboat.ui.drills.WalletDrills;
import org.lifeboat.ui.keydrill.KeyDrillView;
import org.lifeboat.ui.keydrill.KeyDrillViewModel;
import org.lifeboat.ui.keydrill.Reminder;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Page;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.session.DrillHall;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.tasks.Tasks;

/// Makes the pages about drills, and the reminder of the key drill. The list, and a closing page that was not left,
/// outlive their page.
final class DrillScreens {
    private final Wallet wallet;
    private final Keys keys;
    private final Tasks tasks;
    private final DrillsViewModel drills;

    /// @param enter puts the pages of a drill in place of all others
    DrillScreens(Wallet wallet, Keys keys, Tasks tasks, Consumer<DrillHall.Played> enter) {
        this.wallet = wallet;
        this.keys = keys;
        this.tasks = tasks;
        this.drills = new DrillsViewModel(new WalletDrills(wallet), tasks, enter);
    }

    /// The user came back from a drill.
    void left(DrillSight last) {
        drills.left(last);
    }

    Page drills(Surroundings around, Navigation navigation) {
        drills.load();
        return new DrillsView(
                around,
                drills.screen(),
                new DrillsView.Actions() {
                    @Override
                    public void start(Drill drill) {
                        drills.start(drill);
                    }

                    @Override
                    public void rehearse(DrillsScreen.Position position) {
                        drills.rehearse(position);
                    }

                    @Override
                    public void play(String lesson) {
                        drills.play(lesson);
                    }

                    @Override
                    public void keepWorld(boolean wanted) {
                        drills.keepWorld(wanted);
                    }

                    @Override
                    public void giveUp() {
                        drills.giveUp();
                    }

                    @Override
                    public void price(String gasPrice, String worth) {
                        drills.price(gasPrice, worth);
                    }

                    @Override
                    public void list() {
                        drills.list();
                    }
                },
                navigation,
                wallet.play());
    }

    /// @param unlock leads to where the password is asked for
    Page keys(Surroundings around, Runnable unlock, Navigation navigation) {
        KeyDrillViewModel model = new KeyDrillViewModel(wallet, keys, tasks, new SecureRandom());
        model.load();
        return new KeyDrillView(around, model, unlock, navigation);
    }

    /// A page under the reminder that the words were not asked for in a long time, where that is so.
    Page reminding(Surroundings around, Navigation navigation, Page page) {
        BorderPane both = new BorderPane(page.node());
        return new Page() {
            @Override
            public Node node() {
                return both;
            }

            @Override
            public void attach() {
                page.attach();
                tasks.run(DrillScreens.this::due, due -> both.setTop(due ? bar() : null), _ -> {});
            }

            private Node bar() {
                return Reminder.above(
                        around,
                        () -> {
                            both.setTop(null);
                            putOff();
                        },
                        () -> navigation.open(new Place.KeyDrill()));
            }

            @Override
            public void timePassed() {
                page.timePassed();
            }

            @Override
            public void detach() {
                page.detach();
            }
        };
    }

    private void putOff() {
        tasks.run(
                () -> {
                    KeyDrill.putOff(wallet.storage().settings(), wallet.clock().instant());
                    return true;
                },
                _ -> {},
                _ -> {});
    }

    /// Never where there are no words: for what is only watched, and for imported keys.
    private boolean due() {
        if (wallet.play() || !wallet.vault().exists()) {
            return false;
        }
        Instant now = wallet.clock().instant();
        Optional<Boolean> words = keys.lend(vault -> !vault.seeds().isEmpty());
        return words.orElse(false)
                && KeyDrill.of(wallet.storage().settings(), now).isDue(now);
    }
}
