package org.lifeboat.ui.notices;

import java.util.function.BiPredicate;
import javafx.geometry.Pos;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.tasks.Tasks;

/// Says something in a corner of the window for some seconds, and to the system where the window is not
/// looked at. Lives on the screen's thread.
public final class Notices {
    private static final Duration SHOWN = Duration.seconds(10);
    private static final int MOST = 3;

    /// For a desktop to take a notice.
    private static final java.time.Duration PATIENCE = java.time.Duration.ofSeconds(20);

    private final Stage stage;
    private final Tasks tasks;
    private final BiPredicate<String, String> system;

    /// @param system tells the system a title and a sentence, and whether that could be done; may block for as long as
    /// the system does not answer, and is interrupted then
    public Notices(Stage stage, Tasks tasks, BiPredicate<String, String> system) {
        this.stage = stage;
        this.tasks = tasks;
        this.system = system;
    }

    public void say(String title, String sentence, Urgency urgency) {
        if (!stage.isShowing()) {
            return;
        }
        var icon = Icons.beside(urgency.icon());
        Notifications.create()
                .styleClass("lb-notice")
                .owner(stage)
                .title(title)
                .text(sentence)
                .graphic(icon)
                .position(Pos.BOTTOM_RIGHT)
                .hideAfter(SHOWN)
                .threshold(
                        MOST,
                        Notifications.create()
                                .styleClass("lb-notice")
                                .title(title)
                                .text(sentence))
                .show();
        leaveEscapeAlone();
        if (!stage.isFocused()) {
            Tasks.Running telling = tasks.run(
                    () -> system.test(title, sentence),
                    _ -> {},
                    _ -> {}); // a system that cannot: the window has said it
            tasks.after(PATIENCE, telling::cancel);
        }
    }

    /// A pop-up hides on Escape and keeps the key to itself; here the key belongs to the page or the question below.
    private void leaveEscapeAlone() {
        for (Window window : Window.getWindows()) {
            if (window instanceof PopupWindow popup
                    && popup.getScene().getRoot().lookup(".lb-notice") != null) {
                popup.setHideOnEscape(false);
            }
        }
    }
}
