package org.lifeboat.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.ui.Records;

/// The whole way without a mouse; and on each page of it everything that takes the focus has a name.
class KeyboardWalkTest {
    private static final String PASSWORD = "four words 4";

    private final Records records = new Records();
    private final Hands hands = new Hands(records);

    @AfterEach
    void close() {
        hands.close();
        records.close();
    }

    @Test
    void fromTheFirstPageToTheBalanceSheetAndTheKeys() {
        hands.see("Welcome to Lifeboat");
        named();
        hands.robot().push(KeyCode.SPACE); // the first choice has the focus
        hands.see("How would you like to begin?");
        named();
        hands.robot().push(KeyCode.SPACE);
        hands.see("Write these words down");
        named();
        List<String> words = hands.words();
        hands.tabAndPress("I have written them down");
        for (int question = 1; question <= 3; question++) {
            named();
            for (int order = 1; order <= words.size(); order++) {
                if (hands.sees("Which is word number " + order + "? (question " + question + " of 3)")) {
                    hands.tabAndPress(words.get(order - 1).split(" ")[1]);
                    break;
                }
            }
        }
        hands.see("Choose a password");
        named();
        hands.robot().write(PASSWORD);
        hands.tabTo("The same again");
        hands.robot().write(PASSWORD).push(KeyCode.ENTER);
        hands.see("Whom may Lifeboat ask?");
        named();
        hands.tabAndPress("Continue without asking anybody");
        hands.see("No source chosen, so nothing is known");
        named();
        keysPage();

        assertThat(new Accounts(records.storage()).all()).hasSize(2);
    }

    @Test
    void restore_theTabKeyLeadsOutOfTheWords() {
        hands.see("Welcome to Lifeboat");
        hands.robot().push(KeyCode.SPACE);
        hands.tabAndPress("Restore from words");
        hands.see("Enter your words");
        named();
        hands.robot().write("abandon about");
        hands.tabTo("Passphrase (usually none)");
        hands.tabAndPress("Continue");
        hands.see("Those are 2 words. There must be 12, 15, 18, 21 or 24.");
    }

    private void keysPage() {
        hands.tabAndPress("Accounts");
        hands.see("Accounts and keys");
        named();
        hands.tabAndPress("Add an account");
        hands.see("The next account of your words. The words on your paper bring it back, too.");
        named();
        hands.robot().push(KeyCode.ENTER);
        hands.see("Account 2 was added.");
        hands.tabAndPress("Show the words again");
        hands.robot().write("not it").push(KeyCode.ENTER);
        hands.see("This is not the password. Capital letters count; check Caps Lock and the keyboard layout.");
        hands.robot().push(KeyCode.ESCAPE);
        hands.tabAndPress("Lock now");
        hands.see("Unlock your wallet");
        named();
        hands.robot().write(PASSWORD).push(KeyCode.ENTER);
        hands.see("No source chosen, so nothing is known");
    }

    private void named() {
        assertThat(hands.nameless()).isEmpty();
    }
}
