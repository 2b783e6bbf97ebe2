package org.lifeboat.app.architecture.planted.ui.first;

/// A planted breach: Platform.runLater outside ui.tasks.
final class CrossesThreads {
    private CrossesThreads() {}

    static void cross(Runnable work) {
        javafx.application.Platform.runLater(work);
    }
}
