package org.lifeboat.ui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;

class NoticesTest {
    @BeforeAll
    static void start() {
        Stageless.start();
    }

    /// The tests run without a display, as the tour does.
    @Test
    void tray_whereThereIsNone_breaksNothing() {
        TrayNotices tray = new TrayNotices(new WritableImage(64, 64), () -> {});

        assertThat(tray.show("title", "sentence")).isFalse();
        tray.close();
    }

    @Test
    void say_standsInACornerOfTheWindow() {
        boolean seen = Toolkit.onScreen(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(), 640, 400));
            stage.show();
            new Notices(stage, Tasks.immediate(), (_, _) -> false)
                    .say("Lifeboat has locked itself", "Nobody was there.", Urgency.CALM);
            boolean found = Window.getWindows().stream()
                    .filter(window -> !window.equals(stage))
                    .anyMatch(NoticesTest::says);
            stage.hide();
            return found;
        });

        assertThat(seen).isTrue();
    }

    private static boolean says(Window window) {
        return window.getScene().getRoot().lookupAll("*").stream()
                .anyMatch(node -> node instanceof Labeled labeled && "Nobody was there.".equals(labeled.getText()));
    }
}
