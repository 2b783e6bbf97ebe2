package org.lifeboat.ui.notices;

import java.time.Duration;
import java.util.List;
import java.util.function.BiPredicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.phrases.Phrases;
import org.lifeboat.ui.tasks.Tasks;

/// Says something in a corner of the window for some seconds, the newest below, and to the system where the window is
/// not looked at. Lives on the screen's thread.
public final class Notices {
    private static final Duration SHOWN = Duration.ofSeconds(10);
    private static final int MOST = 3;

    /// For the system to take a notice.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Tasks tasks;
    private final BiPredicate<String, String> system;
    private final VBox corner = new VBox();

    /// @param system tells the system a title and a sentence, and whether that could be done; may block for as long as
    /// the system does not answer, and is interrupted then
    public Notices(Tasks tasks, BiPredicate<String, String> system) {
        this.tasks = tasks;
        this.system = system;
        corner.getStyleClass().add("lb-corner");
        corner.setPickOnBounds(false); // what lies below can be pressed
        corner.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(corner, Pos.BOTTOM_RIGHT);
    }

    /// The corner, to be laid over the pages.
    public Node node() {
        return corner;
    }

    public void say(Phrases phrases, String title, String sentence, Urgency urgency) {
        VBox words = new VBox(2, Labels.wrapped(title, "lb-strong"), Labels.wrapped(sentence));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox card = new HBox(Icons.beside(urgency.icon()), words);
        card.getChildren()
                .add(Buttons.icon(
                        phrases.say("action.close"),
                        Feather.X,
                        () -> corner.getChildren().remove(card)));
        card.getStyleClass().addAll("lb-notice", urgency.style());
        card.setAccessibleText(phrases.together(List.of(title, sentence)));
        corner.getChildren().add(card);
        if (corner.getChildren().size() > MOST) {
            corner.getChildren().removeFirst();
        }
        tasks.after(SHOWN, () -> corner.getChildren().remove(card));
        if (!lookedAt()) {
            Tasks.Running telling = tasks.run(
                    () -> system.test(title, sentence),
                    _ -> {},
                    _ -> {}); // a system that cannot: the window has said it
            tasks.after(PATIENCE, telling::cancel);
        }
    }

    /// Takes away whatever is said: what a wallet told while it was open is for nobody who stands before it locked.
    public void clear() {
        corner.getChildren().clear();
    }

    /// In a drill the window shows another page than this one's.
    private boolean lookedAt() {
        Scene scene = corner.getScene();
        return scene != null && scene.getWindow() != null && scene.getWindow().isFocused();
    }
}
