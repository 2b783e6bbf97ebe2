package org.lifeboat.ui.window;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.pictures.Nameless;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A user at the real window, on the Headless platform: presses, writes and sees by the words on the screen.
final class Hands implements AutoCloseable {
    private static final int GLANCES = 400;
    private static final int MOST_TABS = 60;

    private final FxRobot robot = new FxRobot();
    private final Stage stage;
    private final MainWindow window;

    Hands(Records records) {
        Stageless.start();
        stage = Toolkit.onScreen(Stage::new);
        Beginning beginning = Beginning.read(records);
        window = Toolkit.onScreen(() -> {
            MainWindow made = new MainWindow(records, beginning, Tasks.background(), Language.ENGLISH);
            made.open(stage, 1280, 800);
            return made;
        });
    }

    @Override
    public void close() {
        Toolkit.onScreen(() -> {
            window.close();
            stage.hide();
            return stage;
        });
    }

    FxRobot robot() {
        return robot;
    }

    /// Presses the button with these words.
    void press(String words) {
        Button button = await(Button.class, words);
        robot.interact(button::fire);
    }

    /// Writes into the field of this name, all at once.
    void write(String name, String text) {
        TextInputControl field = await(TextInputControl.class, name);
        robot.interact(() -> {
            field.requestFocus();
            field.setText(text);
        });
    }

    String written(String name) {
        return await(TextInputControl.class, name).getText();
    }

    /// Chooses in the box of this name.
    <T> void choose(String name, T value) {
        @SuppressWarnings("unchecked") // the test knows what the box holds
        ComboBox<T> box = (ComboBox<T>) await(ComboBox.class, name);
        robot.interact(() -> {
            box.requestFocus();
            box.setValue(value);
        });
    }

    /// Drags the window's edge.
    void widen(double width) {
        resize(width, 800);
    }

    void resize(double width, double height) {
        robot.interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Goes on from control to control, as the tab key does, until it comes round.
    /// @return what takes the focus and was never reached, or was out of sight when it had it
    List<String> outOfReach() {
        WaitForAsyncUtils.waitForFxEvents();
        return Toolkit.onScreen(() -> Reach.outOf(window.scene()));
    }

    /// The name of what has the focus.
    String focused() {
        WaitForAsyncUtils.waitForFxEvents();
        return Toolkit.onScreen(() -> {
            Node owner = window.scene().getFocusOwner();
            return owner == null ? "" : String.valueOf(owner.getAccessibleText());
        });
    }

    void see(String words) {
        await(Labeled.class, words);
    }

    void seeBeginning(String words) {
        await(
                Labeled.class,
                words,
                label -> label.getText() != null && plain(label.getText()).startsWith(words));
    }

    boolean sees(String words) {
        return !find(Node.class, node -> says(node, words)).isEmpty();
    }

    /// The words that are shown to be written down.
    List<String> words() {
        return Toolkit.onScreen(() -> window.scene().getRoot().lookupAll(".lb-word").stream()
                .map(Node::getAccessibleText)
                .toList());
    }

    /// By the tab key to the control with this name.
    void tabTo(String name) {
        await(Node.class, name);
        for (int i = 0; i < MOST_TABS; i++) {
            if (Toolkit.onScreen(() -> {
                Node owner = window.scene().getFocusOwner();
                return owner != null && says(owner, name);
            })) {
                return;
            }
            robot.push(KeyCode.TAB);
        }
        throw new AssertionError("the tab key never came to: " + name);
    }

    /// By the tab key to the button with this name, and presses it with the space bar.
    void tabAndPress(String name) {
        tabTo(name);
        robot.push(KeyCode.SPACE);
    }

    /// By the tab key to the field of this name, and types.
    void tabAndType(String name, String text) {
        tabTo(name);
        robot.write(text);
    }

    /// What a screen reader could not say on the page as it is now.
    List<String> nameless() {
        WaitForAsyncUtils.waitForFxEvents();
        return Toolkit.onScreen(() -> Nameless.under(window.scene().getRoot()));
    }

    private <T extends Node> T await(Class<T> kind, String words) {
        return await(kind, words, node -> says(node, words));
    }

    private <T extends Node> T await(Class<T> kind, String words, Predicate<T> wanted) {
        for (int i = 0; i < GLANCES; i++) {
            WaitForAsyncUtils.waitForFxEvents();
            List<T> found = find(kind, wanted);
            if (!found.isEmpty()) {
                return found.getLast();
            }
            WaitForAsyncUtils.sleep(50, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("never seen: " + words);
    }

    private <T extends Node> List<T> find(Class<T> kind, Predicate<T> wanted) {
        Scene scene = window.scene();
        return Toolkit.onScreen(() -> scene.getRoot().lookupAll("*").stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(node -> !node.isDisabled() && wanted.test(node))
                .toList());
    }

    private static boolean says(Node node, String words) {
        if (node instanceof ButtonBase button && node.getAccessibleText() == null) {
            return words.equals(button.getText());
        }
        return words.equals(node.getAccessibleText())
                || (node instanceof Labeled labeled && words.equals(plain(labeled.getText())));
    }

    /// Without the blanks that keep a figure and its unit in one line.
    private static String plain(String text) {
        return Labels.plain(String.valueOf(text));
    }
}
