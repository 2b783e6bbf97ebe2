package org.lifeboat.app.architecture.planted.ui.first;

/// A planted breach: one screen knows another.
final class KnowsAnotherScreen {
    private KnowsAnotherScreen() {}

    static Object other() {
        return org.lifeboat.app.architecture.planted.ui.second.Page.class;
    }
}
