package org.lifeboat.ui.pictures;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.parts.Labels;

/// Finds amounts on a page on which amounts are hidden: those drawn anew, and those that were there before.
final class Leaks {
    private static final String DIGITS = "[0-9][0-9,.]*…? (?:play ETH|(?!CET|UTC|[0-9A-F]{4}\\b)[A-Z][A-Z0-9]{2,9}\\b)";
    private static final Pattern AMOUNT = Pattern.compile(DIGITS);

    /// What something takes of anybody is no secret: fees, and the bonds that a chain asks for or others have put in;
    /// nor
    /// what a bridge holds for all.
    private static final Pattern PRICE =
            Pattern.compile("(?:about|up to|bridge holds|bond of|bond is|\\(bond|By 0x[^ ]+, bond) " + DIGITS + "|"
                    + DIGITS + "(?= if gas becomes)");

    /// Pages on which amounts are there to be read whatever is hidden, and why.
    private static final Map<String, String> SHOWN = Map.of(
            "send-", "it is being reviewed and signed right now",
            "drills-", "play money, and what the same would cost");

    private Leaks() {}

    /// @param name of the page
    static List<String> of(String name, Node root, BooleanProperty hidden) {
        return SHOWN.keySet().stream().anyMatch(name::startsWith)
                ? List.of()
                : under(root, hidden).stream().map(text -> name + ": " + text).toList();
    }

    /// Hides amounts, as the user does while the page is open.
    /// @return what is still said with its digits
    static List<String> under(Node root, BooleanProperty hidden) {
        hidden.set(true);
        Anew.write(root);
        root.applyCss();
        ((Parent) root).layout();
        TreeSet<String> found = new TreeSet<>();
        look(root, found);
        hidden.set(false);
        return List.copyOf(found);
    }

    private static void look(Node node, TreeSet<String> found) {
        if (!node.isVisible()) {
            return;
        }
        Stream.of(
                        node.getAccessibleText(),
                        node.getAccessibleHelp(),
                        node instanceof Labeled labeled ? labeled.getText() : "",
                        node instanceof Control control && control.getTooltip() != null
                                ? control.getTooltip().getText()
                                : "")
                .filter(Objects::nonNull)
                .map(Labels::plain)
                .filter(text ->
                        AMOUNT.matcher(PRICE.matcher(text).replaceAll("")).find())
                .forEach(found::add);
        if (node instanceof Parent parent && !(node instanceof TextInputControl)) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, found));
        }
    }
}
