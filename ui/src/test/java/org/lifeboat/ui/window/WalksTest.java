package org.lifeboat.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;
import org.lifeboat.vault.LockClock;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.words.PhraseReader;
import org.lifeboat.vault.words.PhraseReading;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Walks through the real window with keys and clicks, on the Headless platform.
class WalksTest {
    private static final String WORDS = "abandon ".repeat(11) + "about";

    private final Records records = new Records();
    private final FxRobot robot = new FxRobot();
    private Stage stage = new StageMaker().make();
    private MainWindow window;

    private static final class StageMaker {
        Stage make() {
            Stageless.start();
            return Toolkit.onScreen(Stage::new);
        }
    }

    @BeforeEach
    void open() {
        window = show();
    }

    private MainWindow show() {
        return Toolkit.onScreen(() -> {
            MainWindow made = new MainWindow(records, Tasks.background(), Language.ENGLISH);
            made.open(stage, 1280, 800);
            return made;
        });
    }

    @AfterEach
    void close() {
        Toolkit.onScreen(() -> {
            window.close();
            stage.hide();
            return stage;
        });
        records.close();
    }

    @Test
    void onboarding_restoresByKeysAndClicks_thenUnlocksAndSends() {
        press("English");
        press("Restore from words");
        write("Words", WORDS);
        press("Continue");
        write("Password", "four unrelated words");
        write("The same again", "four unrelated words");
        press("Lock the keys with it");
        press("Continue without asking anybody");
        see("No source chosen, so nothing is known");

        assertThat(records.asked()).as("no request left").isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.N);
        see("No source to send through");
        robot.push(KeyCode.CONTROL, KeyCode.L);
        see("Unlock your wallet");
        robot.write("wrong password").push(KeyCode.ENTER);
        see("This is not the password. Capital letters count; look at the keyboard's language.");
        write("Password", "four unrelated words");
        robot.push(KeyCode.ENTER);
        see("No source chosen, so nothing is known");
        assertThat(new Accounts(records.storage()).all().getFirst().address().toChecksum())
                .isEqualTo("0x9858EfFD232B4033E47d90003D41EC34EcaEda94");
    }

    @Test
    void keys_leadEverywhereWithoutAMouse() {
        make();
        Toolkit.onScreen(() -> {
            window.close();
            return window;
        });
        window = show();
        see("Unlock your wallet");
        robot.write("long password").push(KeyCode.ENTER);
        see("Balances");
        robot.push(KeyCode.DOWN).push(KeyCode.SPACE);
        see("Nothing sent from here yet");
        robot.push(KeyCode.F6);
        robot.push(KeyCode.F6);
        robot.push(KeyCode.F1);
        see("All keys");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        see("Find a command");
        robot.write("recei").push(KeyCode.ENTER);
        see("Where Lifeboat would see it arrive");
    }

    private void make() {
        Keys keys = new Keys(records.vault(), new Accounts(records.storage()), LockClock.system());
        if (PhraseReader.read(Secret.take(WORDS.toCharArray())) instanceof PhraseReading.Valid(var phrase, var _)) {
            keys.create(phrase, Secret.empty(), Secret.take("long password".toCharArray()), "Account 1");
            phrase.close();
        }
        keys.lock();
    }

    private void press(String words) {
        Button button = await(Button.class, words);
        robot.interact(button::fire);
    }

    private void write(String name, String text) {
        TextInputControl field = await(TextInputControl.class, name);
        robot.interact(() -> {
            field.requestFocus();
            field.setText(text);
        });
    }

    private void see(String words) {
        await(Labeled.class, words);
    }

    private <T extends Node> T await(Class<T> kind, String words) {
        Scene scene = window.scene();
        for (int i = 0; i < 200; i++) {
            WaitForAsyncUtils.waitForFxEvents();
            List<T> found = Toolkit.onScreen(() -> scene.getRoot().lookupAll("*").stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .filter(node -> !node.isDisabled() && says(node, words))
                    .toList());
            if (!found.isEmpty()) {
                return found.getLast();
            }
            WaitForAsyncUtils.sleep(50, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("never seen: " + words);
    }

    private static boolean says(Node node, String words) {
        return words.equals(node.getAccessibleText())
                || (node instanceof Labeled labeled && words.equals(labeled.getText()));
    }
}
