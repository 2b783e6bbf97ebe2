package org.lifeboat.ui.parts;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;

/// What becomes another while it is shown: ages, what is said of figures once they are old, and amounts once they are
/// hidden.
///
/// The node keeps how it is brought up to date, so that it is forgotten with the page. On a calm tick, and when amounts
/// are hidden or shown, the window passes over all that it shows; where nothing has become another, nothing is touched,
/// and focus, selection and the place in a list stay in any case.
public final class Anew {
    private static final Object AGAIN = Anew.class;

    private Anew() {}

    /// Has `node` do something each time, in place of what it did before.
    public static <N extends Node> N each(N node, Runnable again) {
        node.getProperties().put(AGAIN, again);
        return node;
    }

    /// A text that says how old something is, or how much. It breaks into lines where it does not fit.
    public static Label wrapped(Supplier<String> words, String... styles) {
        Label label = Labels.wrapped(words.get(), styles);
        return each(label, () -> text(label, Labels.unbroken(words.get())));
    }

    /// As [#wrapped], in one line.
    public static Label styled(Supplier<String> words, String... styles) {
        Label label = Labels.styled(words.get(), styles);
        return each(label, () -> text(label, words.get()));
    }

    /// As [#wrapped], cut where it does not fit.
    public static Label cut(Supplier<String> words, String... styles) {
        Label label = Labels.cut(words.get(), styles);
        return each(label, () -> text(label, words.get()));
    }

    /// Brings everything under `root` up to date.
    public static void write(Node root) {
        if (root.hasProperties() && root.getProperties().get(AGAIN) instanceof Runnable again) {
            again.run();
        }
        if (root instanceof Parent parent) {
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(Anew::write);
        }
    }

    static void text(Label label, String now) {
        if (!now.equals(label.getText())) {
            label.setText(now);
        }
    }

    /// Another description for a screen reader, where it is another.
    public static void describe(Node node, String now) {
        if (!Objects.equals(now, node.getAccessibleText())) {
            node.setAccessibleText(now);
        }
    }
}
