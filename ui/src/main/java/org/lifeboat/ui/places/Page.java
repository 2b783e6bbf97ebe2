package org.lifeboat.ui.places;

import javafx.scene.Node;

/// What stands in the middle of the window.
public interface Page {
    Node node();

    /// Hooks up to what the page listens to. Called each time the page comes into view.
    void attach();

    /// Time has passed: takes in what is known meanwhile without anybody being asked. Ages come by themselves.
    default void timePassed() {}

    /// Unhooks all that [#attach] hooked.
    void detach();
}
