package org.lifeboat.app.window;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.lifeboat.app.wiring.WindowWallet;
import org.lifeboat.resources.Language;
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
                && labeled.getText().startsWith(beginning));
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
                || (node instanceof Labeled labeled && words.equals(labeled.getText()));
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
        throw new AssertionError("never seen");
    }

    void close() {
        Toolkit.onScreen(() -> {
            window.close();
            stage.hide();
            return stage;
        });
    }
}
