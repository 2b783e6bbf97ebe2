package org.lifeboat.app.architecture.planted.ui.second;

/// A planted breach: an arrow that goes up.
final class SeesTheApp {
    private SeesTheApp() {}

    static Object app() {
        return org.lifeboat.app.architecture.planted.app.Anything.class;
    }
}
