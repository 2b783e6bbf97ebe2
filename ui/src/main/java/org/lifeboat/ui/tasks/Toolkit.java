package org.lifeboat.ui.tasks;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;

/// JavaFX itself: started once, before the first screen.
public final class Toolkit {
    /// Room for pictures that were drawn and may be used again. JavaFX's own default is 512 MB, which a program that
    /// draws in memory takes from Java's heap: after two hundred pictures nothing was left for the rest.
    private static final String MOST_PICTURES = "64m";

    private Toolkit() {}

    /// Starts JavaFX for windows on the machine's display.
    public static void start() {
        await();
    }

    /// Starts JavaFX without any display: pages are drawn in memory and can be saved as pictures.
    public static void startHeadless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw"); // else it looks for graphics libraries that a bare machine lacks
        System.setProperty("prism.maxvram", MOST_PICTURES);
        System.setProperty("java.awt.headless", "true");
        await();
    }

    /// Stops JavaFX; it cannot be started again in this process.
    public static void stop() {
        Platform.exit();
    }

    /// Does `work` on the screen's thread and waits for it. Never called from that thread.
    public static <T> T onScreen(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a screen was drawn", stopped);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a screen could not be drawn", broken.getCause());
        }
    }

    private static void await() {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        Platform.setImplicitExit(false); // a window that closes does not end JavaFX; #stop does
        try {
            started.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while JavaFX started", stopped);
        }
    }
}
