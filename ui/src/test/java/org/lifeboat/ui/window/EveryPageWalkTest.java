package org.lifeboat.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.OpenWallet;
import org.lifeboat.ui.Records;

/// On every page of the menu, in a large window and in a small one: all that can be used is come to by the keys alone,
/// is in sight when it has the focus, and has a name.
class EveryPageWalkTest {
    private final Records records = new Records();
    private final Hands hands = open();

    private Hands open() {
        OpenWallet.seal(records);
        new Accounts(records.storage())
                .add(
                        Address.fromHex("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"),
                        "Cold storage",
                        new Account.Kind.WatchOnly());
        records.networks().confirmEndpoint(new ChainId(1), "https://l1.example", false, Records.NOW);
        records.networks().confirmEndpoint(new ChainId(10), "https://l2.example", false, Records.NOW);
        Hands opened = new Hands(records);
        opened.see("Unlock your wallet");
        return opened;
    }

    @AfterEach
    void close() {
        hands.close();
        records.close();
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "640, 400"})
    void everything_isReached_inSight_andNamed(double width, double height) {
        hands.resize(width, height);
        assertPage("the unlock page");
        hands.robot().write(OpenWallet.PASSWORD).push(KeyCode.ENTER);
        hands.see("Balances");
        page(KeyCode.DIGIT1, "Refresh");
        page(KeyCode.DIGIT2, "Nothing sent from here yet");
        page(KeyCode.DIGIT3, "Could you leave today?");
        page(KeyCode.DIGIT4, "Start");
        page(KeyCode.DIGIT5, "Add a contact");
        page(KeyCode.DIGIT6, "Add an account");
        page(KeyCode.DIGIT7, "Add a source");
        page(KeyCode.DIGIT8, "Proxy");
        page(KeyCode.N, "Review");
        page(KeyCode.R, "Where Lifeboat would see it arrive");
    }

    private void page(KeyCode key, String sign) {
        hands.robot().push(KeyCode.CONTROL, key);
        hands.see(sign);
        assertPage(sign);
        hands.robot().push(KeyCode.F1);
        hands.see("All keys");
        assertPage("the list of keys over " + sign);
        hands.robot().push(KeyCode.ESCAPE);
    }

    private void assertPage(String which) {
        assertThat(hands.outOfReach()).as(which).isEmpty();
        assertThat(hands.nameless()).as(which).isEmpty();
    }
}
