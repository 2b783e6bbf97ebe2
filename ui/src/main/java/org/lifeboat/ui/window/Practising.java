package org.lifeboat.ui.window;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.Stage;
import org.lifeboat.engine.drill.DrillSight;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.session.DrillHall;
import org.lifeboat.ui.settings.Preferences;
import org.lifeboat.ui.tasks.Tasks;

/// Whether a drill stands in the window now. Lives on the screen's thread.
final class Practising {
    private final Tasks tasks;
    private Optional<DrillWindow> drill = Optional.empty();

    Practising(Tasks tasks) {
        this.tasks = tasks;
    }

    /// Puts the pages of a drill in place of all others.
    /// @param left is told how it stood when the user came back
    void begin(
            DrillHall.Played played,
            Stage stage,
            Preferences preferences,
            Language language,
            Consumer<DrillSight> left) {
        DrillWindow.open(played, stage, tasks, preferences, language, opened -> drill = Optional.of(opened), last -> {
            drill = Optional.empty();
            left.accept(last);
        });
    }

    /// The window of the drill.
    Optional<MainWindow> window() {
        return drill.map(DrillWindow::window);
    }

    /// The program ends.
    void close() {
        drill.ifPresent(DrillWindow::close);
        drill = Optional.empty();
    }
}
