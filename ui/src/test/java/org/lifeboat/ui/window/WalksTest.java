package org.lifeboat.ui.window;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.ui.OpenWallet;
import org.lifeboat.ui.Records;

/// Walks through the real window with the keys that work everywhere.
class WalksTest {
    private final Records records = new Records();
    private final Hands hands = seal();

    private Hands seal() {
        OpenWallet.seal(records);
        return new Hands(records);
    }

    @AfterEach
    void close() {
        hands.close();
        records.close();
    }

    @Test
    void keys_leadEverywhereWithoutAMouse() {
        hands.see("Unlock your wallet");
        hands.robot().write(OpenWallet.PASSWORD).push(KeyCode.ENTER);
        hands.see("Balances");
        hands.robot().push(KeyCode.DOWN).push(KeyCode.SPACE);
        hands.see("Nothing sent from here yet");
        hands.robot().push(KeyCode.F6);
        hands.robot().push(KeyCode.F6);
        hands.robot().push(KeyCode.F1);
        hands.see("All keys");
        hands.robot().push(KeyCode.ESCAPE);
        hands.robot().push(KeyCode.CONTROL, KeyCode.K);
        hands.see("Find a command");
        hands.robot().write("recei").push(KeyCode.ENTER);
        hands.see("Where Lifeboat would see it arrive");
        hands.robot().push(KeyCode.CONTROL, KeyCode.N);
        hands.see("No source to send through");
    }
}
