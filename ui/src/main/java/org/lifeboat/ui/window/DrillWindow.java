package org.lifeboat.ui.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.lifeboat.engine.drill.DrillSight;
import org.lifeboat.engine.drill.DrillStage;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.drills.GuideDesk;
import org.lifeboat.ui.drills.GuideScreen;
import org.lifeboat.ui.drills.GuideStrip;
import org.lifeboat.ui.drills.GuideViewModel;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.session.DrillHall;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.ui.settings.Preferences;
import org.lifeboat.ui.tasks.Tasks;

/// A drill in the window: the pages of a wallet of play money in place of the user's own, until it is left. The two
/// wallets share the window and how it looks, and nothing else.
final class DrillWindow {
    /// Longer than anybody plays: a locked drill could not be opened again.
    static final Duration NEVER = Duration.ofDays(1);

    private final DrillHall.Played played;
    private final Tasks tasks;
    private final Stage stage;
    private final Scene before;
    private final String title;
    private final GuideViewModel guide;
    private final Consumer<DrillSight> left;
    private final MainWindow window;
    private Optional<GuideStrip> strip = Optional.empty();

    private DrillWindow(
            DrillHall.Played played,
            Stage stage,
            Tasks tasks,
            Consumer<DrillSight> left,
            Beginning beginning,
            Language language) {
        this.played = played;
        this.tasks = tasks;
        this.stage = stage;
        this.before = stage.getScene();
        this.title = stage.getTitle();
        this.left = left;
        this.guide = new GuideViewModel(played.guide().drill(), GuideDesk.of(played.guide()), tasks, last -> {
            leave();
            this.left.accept(last);
        });
        this.window = MainWindow.ofDrill(this, played.wallet(), beginning, tasks, language);
    }

    /// Opens it as soon as its records are read.
    /// @param stage the window, which stays the same
    /// @param opened gets it on the screen's thread
    /// @param left is told how the drill stood when the user went back
    static void open(
            DrillHall.Played played,
            Stage stage,
            Tasks tasks,
            Preferences preferences,
            Language language,
            Consumer<DrillWindow> opened,
            Consumer<DrillSight> left) {
        tasks.run(
                () -> {
                    preferences.with(language).write(played.wallet().storage().settings());
                    return Beginning.read(played.wallet());
                },
                beginning -> {
                    DrillWindow made = new DrillWindow(played, stage, tasks, left, beginning, language);
                    made.show();
                    opened.accept(made);
                },
                _ -> close(played));
    }

    private void show() {
        window.open(stage, before.getWidth(), before.getHeight());
        guide.follow();
    }

    MainWindow window() {
        return window;
    }

    /// Opens the keys, which are worth nothing, and looks again at what is shown whenever the drill has moved on.
    /// @param open is called once they are
    void begin(Keys keys, Runnable open, Runnable again) {
        guide.screen().addListener((_, before, now) -> {
            if (!now.passing() && !secret(now) && !standing(now).equals(standing(before))) {
                again.run();
            }
        });
        unlock(keys, open);
    }

    /// That a server lies is for the user to find.
    private static boolean secret(GuideScreen screen) {
        return screen.sight()
                .filter(sight -> sight.stage() == DrillStage.LIE_TOLD)
                .isPresent();
    }

    /// What can be seen of it on the wallet's own pages.
    private static String standing(GuideScreen screen) {
        return screen.sight()
                .map(sight -> sight.stage() + " " + sight.moves().size())
                .orElse("");
    }

    /// Nobody knows the password, so nobody is asked for it.
    void unlock(Keys keys, Runnable open) {
        tasks.run(() -> keys.unlock(played.password(), NEVER), _ -> open.run(), _ -> {});
    }

    /// Puts the guide above every page.
    void guide(BorderPane held, Surroundings around) {
        strip.ifPresent(GuideStrip::detach);
        GuideStrip next = new GuideStrip(around, guide.screen(), new GuideStrip.Actions() {
            @Override
            public void begin() {
                guide.begin();
            }

            @Override
            public void pass() {
                guide.pass();
            }

            @Override
            public void tellTheTruth() {
                guide.tellTheTruth();
            }

            @Override
            public void leave() {
                guide.leave();
            }
        });
        next.attach();
        strip = Optional.of(next);
        held.setTop(next);
    }

    private void leave() {
        strip.ifPresent(GuideStrip::detach);
        window.close();
        stage.setScene(before);
        stage.setTitle(title);
        tasks.run(
                () -> {
                    close(played);
                    return true;
                },
                _ -> {},
                _ -> {});
    }

    /// The program ends in the middle of it.
    void close() {
        guide.stop();
        window.close();
        close(played);
    }

    private static void close(DrillHall.Played played) {
        try {
            played.close();
        } catch (IOException stays) {
            throw new UncheckedIOException("a world of play money could not be thrown away", stays);
        }
    }
}
