package org.lifeboat.ui.window;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.lifeboat.resources.Theme;
import org.lifeboat.ui.tasks.Toolkit;

/// One window with one page in it. All methods are called from outside the screen's thread.
public final class Frame {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private final ScrollPane pages = new ScrollPane();
    private final CountDownLatch closed = new CountDownLatch(1);

    private Frame(Stage stage) {
        pages.setFitToWidth(true);
        Scene scene = new Scene(pages, WIDTH, HEIGHT);
        scene.getStylesheets().add(Theme.LIGHT.stylesheet().toExternalForm());
        stage.setScene(scene);
        stage.setOnHidden(_ -> closed.countDown());
    }

    /// Opens the window; JavaFX must be running.
    public static Frame open(String title) {
        return Toolkit.onScreen(() -> {
            Stage stage = new Stage();
            stage.setTitle(title);
            Frame frame = new Frame(stage);
            stage.show();
            return frame;
        });
    }

    /// Makes the page and shows it, laid out, when this returns.
    public void show(Callable<Parent> page) {
        Toolkit.onScreen(() -> {
            pages.setContent(page.call());
            pages.applyCss();
            pages.layout();
            return pages;
        });
    }

    /// The window's content, to make a picture of.
    public Scene scene() {
        return pages.getScene();
    }

    /// Returns when the user has closed the window.
    public void waitUntilClosed() throws InterruptedException {
        closed.await();
    }
}
