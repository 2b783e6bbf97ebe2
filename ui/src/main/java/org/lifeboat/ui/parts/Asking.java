package org.lifeboat.ui.parts;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.ui.tasks.Tasks.Running;

/// That a list is being asked about, while it stays readable: after 300 ms a thin line above it, whose room is always
/// kept so that nothing moves, and after 3 s a button to give up.
public final class Asking {
    private static final double HEIGHT = 3;

    /// Only looks like it: a button that is disabled loses the focus to whatever comes next.
    private static final PseudoClass DIM = PseudoClass.getPseudoClass("disabled");

    private final Surroundings around;
    private final ProgressBar line = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Button cancel;
    private List<Running> waiting = List.of();
    private Optional<Button> begin = Optional.empty();

    /// @param sentence for screen readers
    /// @param giveUp what *Cancel* does
    public Asking(Surroundings around, String sentence, Runnable giveUp) {
        this.around = around;
        line.setAccessibleText(sentence);
        line.setMaxWidth(Double.MAX_VALUE);
        line.setPrefHeight(HEIGHT);
        line.setMinHeight(HEIGHT);
        line.setVisible(false);
        cancel = Buttons.plain(around.say("action.cancel"), Feather.X, giveUp);
        cancel.managedProperty().bind(cancel.visibleProperty());
        cancel.setVisible(false);
    }

    /// Stands above the list.
    public Node line() {
        return line;
    }

    /// What begins it. Does nothing while it goes on, and the button to give up takes its place, and its focus until
    /// it is back.
    /// @param action what it does otherwise
    public Button begin(String words, Ikon icon, Runnable action) {
        Button button = Buttons.plain(words, icon, () -> {
            if (waiting.isEmpty()) {
                action.run();
            }
        });
        button.visibleProperty().bind(cancel.visibleProperty().not());
        button.managedProperty().bind(button.visibleProperty());
        begin = Optional.of(button);
        return button;
    }

    /// Stands among the buttons of the page; takes no room while there is nothing to give up.
    public Button cancel() {
        return cancel;
    }

    public void show(boolean asking) {
        if (!asking) {
            stop();
            line.setVisible(false);
            boolean focused = cancel.isFocused();
            cancel.setVisible(false);
            begin.filter(_ -> focused).ifPresent(Button::requestFocus);
        } else if (waiting.isEmpty()) {
            waiting = List.of(
                    around.tasks().after(Waiting.QUIET, () -> line.setVisible(true)),
                    around.tasks().after(Waiting.PATIENT, this::offerCancel));
        }
        begin.ifPresent(button -> button.pseudoClassStateChanged(DIM, asking));
    }

    private void offerCancel() {
        boolean focused = begin.filter(Button::isFocused).isPresent();
        cancel.setVisible(true);
        if (focused) {
            cancel.requestFocus();
        }
    }

    /// To be called when the page is left.
    public void stop() {
        waiting.forEach(Running::cancel);
        waiting = List.of();
    }
}
