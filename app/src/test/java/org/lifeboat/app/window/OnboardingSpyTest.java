package org.lifeboat.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.app.wiring.WindowWallet;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;
import org.lifeboat.ui.window.Beginning;
import org.lifeboat.ui.window.MainWindow;

/// The whole program as it is wired, from its first page on: nothing leaves before the page of sources is
/// confirmed, and then only to the source that was chosen.
class OnboardingSpyTest {
    @TempDir
    Path folder;

    @Test
    void nothingLeaves_beforeTheSourcesAreConfirmed() throws IOException, InterruptedException {
        Toolkit.startHeadless();
        CountDownLatch reached = new CountDownLatch(1);
        try (ServerSocket source = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Profile profile = profile();
                WindowWallet wallet = new WindowWallet(profile);
                SocketSpy spy = new SocketSpy(folder)) {
            Thread.ofVirtual().start(() -> accept(source, reached));
            Eyes eyes = new Eyes(wallet);
            eyes.press("English");
            eyes.press("Restore from words");
            eyes.write("Words", "abandon ".repeat(11) + "about");
            eyes.press("Continue");
            eyes.write("Password", "four unrelated words");
            eyes.write("The same again", "four unrelated words");
            eyes.press("Lock the keys with it");
            eyes.write("Address of a source", "http://127.0.0.1:" + source.getLocalPort());
            eyes.press("Add");
            eyes.await(node -> eyes.says(node, "Will be asked once you continue"));

            assertThat(spy.writtenTo()).as("written to any socket").isEmpty();
            assertThat(reached.getCount()).as("connections to the source").isOne();
            eyes.press("Continue and ask 1 source");
            eyes.press("Do not look");
            assertThat(reached.await(60, TimeUnit.SECONDS)).as("asked at last").isTrue();
            eyes.close();

            assertThat(spy.writtenTo())
                    .as("the spy sees, and only the chosen one was asked")
                    .isNotEmpty()
                    .containsOnly(source.getLocalPort());
        }
    }

    /// Waits for the first byte of a request, and hangs up.
    private static void accept(ServerSocket source, CountDownLatch reached) {
        try (Socket asked = source.accept()) {
            if (asked.getInputStream().read() >= 0) {
                reached.countDown();
            }
        } catch (IOException over) {
            // the test has ended
        }
    }

    private Profile profile() {
        if (Profile.open(folder.resolve("profile")) instanceof Profile.Opened.Ready(Profile ready)) {
            return ready;
        }
        throw new IllegalStateException("a new folder is no profile");
    }

    /// Finds and presses by the words on the screen.
    private static final class Eyes {
        private static final int GLANCES = 1_200;
        private static final int GLANCE_MILLIS = 50;

        private final Stage stage = Toolkit.onScreen(Stage::new);
        private final MainWindow window;

        private Eyes(WindowWallet wallet) {
            Beginning beginning = Beginning.read(wallet);
            window = Toolkit.onScreen(() -> {
                MainWindow made = new MainWindow(wallet, beginning, Tasks.background(), Language.ENGLISH);
                made.open(stage, 1280, 800);
                return made;
            });
        }

        private void press(String words) throws InterruptedException {
            Button button = (Button) await(node -> node instanceof Button && says(node, words));
            Toolkit.onScreen(() -> {
                button.fire();
                return button;
            });
        }

        private void write(String name, String text) throws InterruptedException {
            TextInputControl field =
                    (TextInputControl) await(node -> node instanceof TextInputControl && says(node, name));
            Toolkit.onScreen(() -> {
                field.setText(text);
                return field;
            });
        }

        private boolean says(Node node, String words) {
            return words.equals(node.getAccessibleText())
                    || (node instanceof Labeled labeled && words.equals(labeled.getText()));
        }

        private Node await(Predicate<Node> wanted) throws InterruptedException {
            for (int i = 0; i < GLANCES; i++) {
                Optional<Node> found = Toolkit.onScreen(
                        () -> List.copyOf(window.scene().getRoot().lookupAll("*")).stream()
                                .filter(node -> !node.isDisabled() && wanted.test(node))
                                .findFirst());
                if (found.isPresent()) {
                    return found.get();
                }
                Thread.sleep(GLANCE_MILLIS);
            }
            throw new AssertionError("never seen");
        }

        private void close() {
            Toolkit.onScreen(() -> {
                window.close();
                stage.hide();
                return stage;
            });
        }
    }
}
