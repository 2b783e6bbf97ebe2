package org.lifeboat.ui.parts;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Says how far a figure was checked: an icon, a word and a colour. Pressing it opens *How do we know*.
public final class AssuranceBadge extends Button {
    /// @param word what stands beside the icon
    /// @param explanation one line for the tooltip and for screen readers
    public AssuranceBadge(AssuranceKind kind, String word, String explanation, Runnable open) {
        super(word, AssuranceSign.of(kind));
        getStyleClass().setAll("button", "lb-badge", kind.style());
        Labels.explain(this, () -> explanation);
        setAccessibleText(word);
        setAccessibleHelp(explanation);
        setMinWidth(Region.USE_PREF_SIZE);
        setOnAction(_ -> open.run());
    }

    /// With the words that belong to `kind`.
    public static AssuranceBadge of(Surroundings around, AssuranceKind kind, Runnable open) {
        return new AssuranceBadge(kind, word(around, kind), explanation(around, kind), open);
    }

    /// For looking at only, where there is nothing more to open.
    public static AssuranceBadge still(Surroundings around, AssuranceKind kind) {
        AssuranceBadge badge = of(around, kind, () -> {});
        badge.getStyleClass().add("lb-still");
        badge.setFocusTraversable(false);
        badge.setMouseTransparent(true);
        return badge;
    }

    /// In a row that is opened by the keys as a whole: the tab key does not stop at each of its badges.
    public AssuranceBadge inRow() {
        setFocusTraversable(false);
        return this;
    }

    /// Level with the text above and below it: the room for its ring reaches out to the left.
    public AssuranceBadge flush() {
        Insets out = new Insets(0, 0, 0, -8);
        VBox.setMargin(this, out);
        FlowPane.setMargin(this, out);
        return this;
    }

    public static String word(Surroundings around, AssuranceKind kind) {
        return switch (kind) {
            case UNCHECKED -> around.say("badge.unchecked");
            case UNCHECKED_HEADER -> around.say("badge.uncheckedHeader");
            case PROMISED -> around.say("badge.promised");
            case REPLACEABLE -> around.say("badge.replaceable");
            case CONTESTABLE -> around.say("badge.contestable");
            case FINAL -> around.say("badge.final");
            case INCOMPLETE -> around.say("badge.incomplete");
            case DISAGREES -> around.say("badge.disagrees");
            case NOT_ASKED -> around.say("badge.notAsked");
        };
    }

    public static String explanation(Surroundings around, AssuranceKind kind) {
        return switch (kind) {
            case UNCHECKED -> around.say("badge.unchecked.why");
            case UNCHECKED_HEADER -> around.say("badge.uncheckedHeader.why");
            case PROMISED -> around.say("badge.promised.why");
            case REPLACEABLE -> around.say("badge.replaceable.why");
            case CONTESTABLE -> around.say("badge.contestable.why");
            case FINAL -> around.say("badge.final.why");
            case INCOMPLETE -> around.say("badge.incomplete.why");
            case DISAGREES -> around.say("badge.disagrees.why");
            case NOT_ASKED -> around.say("badge.notAsked.why");
        };
    }
}
