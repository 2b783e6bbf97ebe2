package org.lifeboat.app.architecture.planted.engine;

/// A planted breach: JavaFX outside ui and app.
final class ShowsAWindow {
    private ShowsAWindow() {}

    static Object stage() {
        return javafx.stage.Stage.class;
    }
}
