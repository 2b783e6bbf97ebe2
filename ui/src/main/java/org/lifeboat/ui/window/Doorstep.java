package org.lifeboat.ui.window;

import java.time.Clock;
import java.time.ZoneId;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.look.Look;
import org.lifeboat.ui.look.Theme;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Layer;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Waiting;
import org.lifeboat.ui.phrases.Phrases;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;

/// A small window where the wallet's own will be, for as long as that cannot be opened: says what is waited for, and
/// can be closed. Never opened or closed from the screen's thread.
public final class Doorstep implements AutoCloseable {
    private static final double WIDTH = 520;
    private static final double HEIGHT = 220;

    private final Stage stage;
    private final Waiting waiting;

    private Doorstep(Stage stage, Waiting waiting) {
        this.stage = stage;
        this.waiting = waiting;
    }

    /// What is waited for.
    public enum Wait {
        /// A watcher looks at the profile just now.
        ROUND("door.round"),
        /// A world of play money is being made.
        PLAY("door.play");

        private final String key;

        Wait(String key) {
            this.key = key;
        }
    }

    /// @param givenUp called on the screen's thread where the user waits no longer; the window is gone then
    public static Doorstep open(Language language, Theme theme, Wait wait, Runnable givenUp) {
        ZoneId zone = ZoneId.systemDefault();
        Phrases phrases = new Phrases(language, zone, Clock.system(zone));
        return Toolkit.onScreen(() -> {
            Stage stage = new Stage();
            Doorstep made = new Doorstep(stage, content(stage, phrases, theme, wait, givenUp));
            stage.setOnCloseRequest(_ -> givenUp.run());
            stage.setTitle(phrases.say("app.name"));
            stage.getIcons().setAll(WindowIcon.draw());
            stage.show();
            return made;
        });
    }

    private static Waiting content(Stage stage, Phrases phrases, Theme theme, Wait wait, Runnable givenUp) {
        BorderPane base = new BorderPane();
        Surroundings around = new Surroundings(
                phrases,
                Tasks.background(),
                new SimpleBooleanProperty(),
                new SimpleBooleanProperty(true),
                new Layer(base));
        Waiting waiting = new Waiting(around, phrases.say(wait.key), () -> {
            givenUp.run();
            stage.hide();
        });
        var sign = Icons.beside(Feather.LIFE_BUOY);
        sign.getStyleClass().add("lb-hero");
        HBox head = new HBox(12, sign, Labels.title(phrases.say("app.name")));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox content = new VBox(16, head, waiting);
        content.setStyle("-fx-padding: 24;");
        base.setCenter(content);
        base.getStyleClass().add("lb-frame");
        Scene scene = new Scene(around.layer(), WIDTH, HEIGHT);
        Look look = new Look();
        look.theme().set(theme);
        look.dress(scene);
        stage.setScene(scene);
        return waiting;
    }

    @Override
    public void close() {
        Toolkit.onScreen(() -> {
            waiting.stop();
            stage.hide();
            return stage;
        });
    }
}
