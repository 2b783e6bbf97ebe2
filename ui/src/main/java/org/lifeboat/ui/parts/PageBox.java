package org.lifeboat.ui.parts;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The space of a page: wide margins where there is room, narrow ones where there is little.
public final class PageBox extends VBox {
    /// A list that fills its page is never lower, in pixels: one card. More would make the page scroll beside the list
    /// in a low window, and two scroll bars side by side are one too many.
    public static final double LEAST_LIST = 80;

    /// The style of a page that a list fills.
    static final String LISTED = "lb-listed";

    private final ChangeListener<Boolean> follow = (_, _, narrow) -> fit(narrow);

    public PageBox(Surroundings around, Node... content) {
        super(content);
        getStyleClass().add("lb-page");
        setMinHeight(USE_PREF_SIZE); // it scrolls rather than presses together what is on it
        fit(around.narrow().get());
        around.narrow().addListener(new WeakChangeListener<>(follow)); // pages come and go, the window stays
    }

    /// A page that a list fills: where there is little height, the list comes first.
    public PageBox listed() {
        getStyleClass().add(LISTED);
        setMinHeight(USE_COMPUTED_SIZE);
        return this;
    }

    private void fit(boolean narrow) {
        getStyleClass().remove("lb-cards");
        if (narrow) {
            getStyleClass().add("lb-cards");
        }
    }
}
