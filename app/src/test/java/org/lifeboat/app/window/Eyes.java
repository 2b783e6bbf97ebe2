package org.lifeboat.app.window;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.lifeboat.app.wiring.WindowWallet;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;
import org.lifeboat.ui.window.Beginning;
import org.lifeboat.ui.window.MainWindow;

/// Finds and presses by the words on the screen.
final class Eyes {
    private static final AtomicBoolean STARTED = new AtomicBoolean();
    private static final int GLANCES = 1_200;
    private static final int GLANCE_MILLIS = 50;

    private final Stage stage;
    private final MainWindow window;

    Eyes(WindowWallet wallet) {
        if (STARTED.compareAndSet(false, true)) {
            Toolkit.startHeadless(); // once for all test classes of the process
        }
        stage = Toolkit.onScreen(Stage::new);
        Beginning beginning = Beginning.read(wallet);
        window = Toolkit.onScreen(() -> {
            MainWindow made = new MainWindow(wallet, beginning, Tasks.background(), Language.ENGLISH);
            made.open(stage, 1280, 800);
            return made;
        });
    }

    void press(String words) throws InterruptedException {
        ButtonBase button = (ButtonBase) await(node -> node instanceof ButtonBase && says(node, words));
        Toolkit.onScreen(() -> {
            button.fire();
            return button;
        });
    }

    /// How many buttons with these words there are.
    int count(String words) {
        return buttons(words).size();
    }

    /// Presses one of several that have the same words.
    void press(String words, int index) {
        ButtonBase button = buttons(words).get(index);
        Toolkit.onScreen(() -> {
            button.fire();
            return button;
        });
    }

    private List<ButtonBase> buttons(String words) {
        return Toolkit.onScreen(() -> List.copyOf(window.scene().getRoot().lookupAll("*")).stream()
                .filter(node -> node instanceof ButtonBase && says(node, words))
                .map(ButtonBase.class::cast)
                .toList());
    }

    void tick(String words) throws InterruptedException {
        CheckBox box = (CheckBox) await(node -> node instanceof CheckBox && says(node, words));
        Toolkit.onScreen(() -> {
            box.setSelected(true);
            return box;
        });
    }

    void see(String beginning) throws InterruptedException {
        await(node -> node instanceof Labeled labeled
                && labeled.getText() != null
                && plain(labeled.getText()).startsWith(beginning));
    }

    /// Chooses the last entry of the list of this name.
    void chooseLast(String name) throws InterruptedException {
        ComboBox<?> box = (ComboBox<?>) await(node -> node instanceof ComboBox<?> && says(node, name));
        Toolkit.onScreen(() -> {
            box.getSelectionModel().selectLast();
            return box;
        });
    }

    /// Whether a button with these words is there now.
    boolean offers(String words) {
        return Toolkit.onScreen(() -> List.copyOf(window.scene().getRoot().lookupAll("*")).stream()
                .anyMatch(node -> !node.isDisabled() && node instanceof ButtonBase && says(node, words)));
    }

    /// Whether these words are there now.
    boolean shows(String words) {
        return Toolkit.onScreen(() -> List.copyOf(window.scene().getRoot().lookupAll("*")).stream()
                .anyMatch(node -> node instanceof Labeled && says(node, words)));
    }

    /// Whether words are there now that begin like this.
    boolean showsBeginning(String words) {
        return Toolkit.onScreen(() -> List.copyOf(window.scene().getRoot().lookupAll("*")).stream()
                .anyMatch(node -> node instanceof Labeled labeled
                        && labeled.getText() != null
                        && labeled.getText().startsWith(words)));
    }

    /// Whether a button is there now whose words end like this.
    boolean offersEnding(String words) {
        return Toolkit.onScreen(() ->
                List.copyOf(window.scene().getRoot().lookupAll("*")).stream().anyMatch(node -> ends(node, words)));
    }

    static boolean ends(Node node, String words) {
        return node instanceof ButtonBase each
                && !each.isDisabled()
                && each.getText() != null
                && each.getText().endsWith(words);
    }

    /// Presses the button whose words end like this.
    void pressEnding(String words) throws InterruptedException {
        ButtonBase button = (ButtonBase) await(node -> ends(node, words));
        Toolkit.onScreen(() -> {
            button.fire();
            return button;
        });
    }

    /// Whether a button is there now whose words begin like this.
    boolean offersBeginning(String words) {
        return Toolkit.onScreen(() ->
                List.copyOf(window.scene().getRoot().lookupAll("*")).stream().anyMatch(node -> begins(node, words)));
    }

    static boolean begins(Node node, String words) {
        return node instanceof ButtonBase each
                && !each.isDisabled()
                && each.getText() != null
                && each.getText().startsWith(words);
    }

    /// Presses the button whose words begin like this.
    void pressBeginning(String words) throws InterruptedException {
        ButtonBase button = (ButtonBase) await(node -> begins(node, words));
        Toolkit.onScreen(() -> {
            button.fire();
            return button;
        });
    }

    void write(String name, String text) throws InterruptedException {
        TextInputControl field = (TextInputControl) await(node -> node instanceof TextInputControl && says(node, name));
        Toolkit.onScreen(() -> {
            field.setText(text);
            return field;
        });
    }

    boolean says(Node node, String words) {
        return words.equals(node.getAccessibleText())
                || (node instanceof Labeled labeled && words.equals(plain(labeled.getText())));
    }

    Node await(Predicate<Node> wanted) throws InterruptedException {
        for (int i = 0; i < GLANCES; i++) {
            Optional<Node> found =
                    Toolkit.onScreen(() -> List.copyOf(window.scene().getRoot().lookupAll("*")).stream()
                            .filter(node -> !node.isDisabled() && wanted.test(node))
                            .findFirst());
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(GLANCE_MILLIS);
        }
        throw new AssertionError("never seen; but: " + words());
    }

    private List<String> words() {
        return Toolkit.onScreen(() -> window.scene().getRoot().lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    /// Signs on the page of a review. Where there is a danger, it is asked about twice.
    /// @param back where it leads once it is sent
    void signBeginning(String words, String back) throws InterruptedException {
        pressBeginning(words);
        while (!offers(back)) {
            if (offersEnding("all the same")) {
                pressEnding("all the same");
            }
            Thread.sleep(GLANCE_MILLIS);
        }
        press(back);
    }

    void close() {
        Toolkit.onScreen(() -> {
            window.close();
            stage.hide();
            return stage;
        });
    }

    /// Without the blanks that keep a figure and its unit in one line.
    private static String plain(String text) {
        return Labels.plain(String.valueOf(text));
    }
}
