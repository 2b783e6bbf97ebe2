package org.lifeboat.ui.tour;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.tasks.Toolkit;

/// The hands and eyes of the tour: finds controls by the words a user sees, presses and fills them. Called
/// from outside the screen's thread.
final class Walk {
    /// Longer than anything the tour waits for; a page that has not come by then will not come.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration GLANCE = Duration.ofMillis(40);

    /// Stands for whatever a sentence is filled with.
    static final String ANYTHING = "\u2026anything\u2026";

    private final Supplier<Scene> shown;

    /// @param shown what the window shows now; another one in a drill
    Walk(Supplier<Scene> shown) {
        this.shown = shown;
    }

    /// Presses the button with these words, as soon as it can be pressed; not one that is only to be looked at.
    void press(String words) {
        Node found = await(node -> isButton(node, words), words);
        Toolkit.onScreen(() -> {
            ((ButtonBase) found).fire();
            return found;
        });
    }

    /// Presses the button with the words `again`, each time it can be pressed, until there is one with the words
    /// `wanted`.
    void pressUntil(String again, String wanted) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (Toolkit.onScreen(() -> find(shown.get().getRoot(), node -> isButton(node, wanted)))
                .isEmpty()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the tour did not find: " + wanted);
            }
            press(again);
            pause();
        }
    }

    private static boolean isButton(Node node, String words) {
        return node instanceof ButtonBase button
                && !button.isDisabled()
                && !button.isMouseTransparent()
                && says(button, words);
    }

    /// Writes into the field of this name.
    void type(String name, String text) {
        Node found = await(node -> node instanceof TextInputControl && name.equals(node.getAccessibleText()), name);
        Toolkit.onScreen(() -> {
            ((TextInputControl) found).setText(text);
            return found;
        });
    }

    /// Chooses the entry of a list by its words.
    void chooseEntry(String name, String entry) {
        ComboBox<?> found = box(name);
        Toolkit.onScreen(() -> {
            choose(found, entry);
            return found;
        });
    }

    /// The same in a form that is made anew for what is chosen; waits for that.
    void chooseAnew(String name, String entry) {
        ComboBox<?> before = box(name);
        if (!Toolkit.onScreen(() -> choose(before, entry))) {
            await(
                    node -> node instanceof ComboBox<?> box
                            && name.equals(box.getAccessibleText())
                            && !box.equals(before),
                    name);
        }
    }

    private ComboBox<?> box(String name) {
        return (ComboBox<?>) await(node -> node instanceof ComboBox<?> && name.equals(node.getAccessibleText()), name);
    }

    /// @return whether it was chosen already
    private static <T> boolean choose(ComboBox<T> box, String entry) {
        if (entry.equals(box.getConverter().toString(box.getValue()))) {
            return true;
        }
        box.getItems().stream()
                .filter(item -> entry.equals(box.getConverter().toString(item)) || entry.equals(String.valueOf(item)))
                .findFirst()
                .ifPresent(box.getSelectionModel()::select);
        return false;
    }

    void key(KeyCode code, boolean shortcut) {
        Toolkit.onScreen(() -> {
            Node owner = Optional.ofNullable(shown.get().getFocusOwner())
                    .orElse(shown.get().getRoot());
            Event.fireEvent(owner, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false));
            return owner;
        });
    }

    /// Waits until these words stand somewhere on the page.
    void see(String words) {
        await(node -> says(node, words), words);
    }

    /// Waits until a text that begins with these words stands somewhere on the page.
    void seeAny(String words) {
        await(
                node -> node instanceof Labeled labeled
                        && plain(labeled.getText()).startsWith(words),
                words);
    }

    /// Waits until one of these stands there.
    void seeOneOf(String... words) {
        await(node -> Arrays.stream(words).anyMatch(each -> says(node, each)), String.join(" or ", words));
    }

    /// Presses the button with these words if it is there now and can be pressed.
    /// @return whether it was
    boolean pressed(String words) {
        return Toolkit.onScreen(() -> {
            Optional<Node> found = find(shown.get().getRoot(), node -> isButton(node, words));
            found.ifPresent(button -> ((ButtonBase) button).fire());
            return found.isPresent();
        });
    }

    /// Reads on where that is asked before something can be signed.
    void readOn(String words) {
        while (pressed(words)) {
            pause();
        }
    }

    /// Those of these words that stand somewhere on the page now, one of them at most.
    Optional<String> oneOf(List<String> words) {
        return Toolkit.onScreen(() -> words.stream()
                .filter(each ->
                        find(shown.get().getRoot(), node -> says(node, each)).isPresent())
                .findFirst());
    }

    /// Whether these words stand somewhere on the page now.
    boolean sees(String words) {
        return Toolkit.onScreen(
                () -> find(shown.get().getRoot(), node -> says(node, words)).isPresent());
    }

    /// All accessible texts below nodes of a style, in their order.
    List<String> texts(String style) {
        return Toolkit.onScreen(() -> {
            List<String> texts = new ArrayList<>();
            collect(shown.get().getRoot(), style, texts);
            return texts;
        });
    }

    private static void collect(Node node, String style, List<String> texts) {
        if (node.getStyleClass().contains(style)) {
            texts.add(String.valueOf(node.getAccessibleText()));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, style, texts));
        }
    }

    private Node await(Predicate<Node> wanted, String what) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            Optional<Node> found = Toolkit.onScreen(() -> find(shown.get().getRoot(), wanted));
            if (found.isPresent()) {
                return found.get();
            }
            pause();
        }
        throw new IllegalStateException("the tour did not find: " + what);
    }

    static void pause() {
        try {
            Thread.sleep(GLANCE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the tour was stopped", stopped);
        }
    }

    /// The last one in the order of drawing: what lies on top. Notices are passed over: they come and go by themselves
    /// in a corner above everything, each with a *Close* of its own.
    private static Optional<Node> find(Node node, Predicate<Node> wanted) {
        if (!node.isVisible() || node.getStyleClass().contains("lb-corner")) {
            return Optional.empty();
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable().reversed()) {
                Optional<Node> found = find(child, wanted);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return wanted.test(node) ? Optional.of(node) : Optional.empty();
    }

    private static boolean says(Node node, String words) {
        return is(node.getAccessibleText(), words)
                || (node instanceof Labeled labeled && is(labeled.getText(), words))
                || (node instanceof Text text && is(text.getText(), words));
    }

    /// Without the blanks that keep a figure and its unit in one line.
    private static String plain(String text) {
        return Labels.plain(text);
    }

    private static boolean is(@Nullable String text, String words) {
        String plain = text == null ? "" : plain(text);
        return words.contains(ANYTHING)
                ? plain.matches(Pattern.quote(words).replace(ANYTHING, "\\E.*\\Q"))
                : words.equals(plain);
    }
}
