package org.lifeboat.ui.parts;

import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import org.lifeboat.ui.tasks.Tasks.Running;

/// Work under way: nothing for 300 ms, then a ring and a sentence, after 3 s a way to give up.
public final class Waiting extends HBox {
    static final Duration QUIET = Duration.ofMillis(300);
    public static final Duration PATIENT = Duration.ofSeconds(3);

    private final Running ring;
    private final Running button;

    /// @param cancel what *Cancel* does
    public Waiting(Surroundings around, String sentence, Runnable cancel) {
        this(around, sentence, around.say("action.cancel"), cancel);
    }

    /// As above, where *Cancel* would promise too much.
    /// @param name of the button that gives up
    public Waiting(Surroundings around, String sentence, String name, Runnable cancel) {
        this(around, sentence, Optional.of(Buttons.plain(name, cancel)));
    }

    /// Work that is finished once it was begun, such as writing keys: there is no giving up.
    public Waiting(Surroundings around, String sentence) {
        this(around, sentence, Optional.empty());
    }

    private Waiting(Surroundings around, String sentence, Optional<Button> giveUp) {
        super(12);
        setAlignment(Pos.CENTER_LEFT);
        ProgressIndicator progress = new ProgressIndicator();
        progress.setPrefSize(20, 20);
        progress.setMinSize(20, 20);
        progress.setAccessibleText(sentence);
        getChildren().addAll(progress, Labels.wrapped(sentence, "lb-quiet"));
        giveUp.ifPresent(each -> {
            each.setVisible(false);
            getChildren().add(each);
        });
        setVisible(false);
        ring = around.tasks().after(QUIET, () -> setVisible(true));
        button = around.tasks().after(PATIENT, () -> giveUp.ifPresent(each -> each.setVisible(true)));
    }

    /// To be called when the work is over.
    public void stop() {
        ring.cancel();
        button.cancel();
    }
}
