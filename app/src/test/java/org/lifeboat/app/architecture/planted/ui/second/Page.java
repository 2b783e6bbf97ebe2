package org.lifeboat.app.architecture.planted.ui.second;

/// A screen that another screen knows.
public final class Page {
    private Page() {}
}
