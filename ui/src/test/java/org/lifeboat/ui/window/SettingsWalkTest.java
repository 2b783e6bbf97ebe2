package org.lifeboat.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.OpenWallet;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.look.Theme;
import org.lifeboat.ui.settings.Preferences;

/// What is changed on the page of settings is in force at once, and throws nothing away that is half typed.
class SettingsWalkTest {
    private static final String HALF = "socks5://127.0.0.1:90";

    private final Records records = new Records();
    private final Hands hands = open();

    private Hands open() {
        OpenWallet.seal(records);
        Hands opened = new Hands(records);
        opened.see("Unlock your wallet");
        opened.robot().write(OpenWallet.PASSWORD).push(KeyCode.ENTER);
        opened.see("Balances");
        opened.robot().push(KeyCode.CONTROL, KeyCode.DIGIT8);
        opened.see("Proxy");
        return opened;
    }

    @AfterEach
    void close() {
        hands.close();
        records.close();
    }

    @Test
    void aHalfTypedProxy_staysThroughThemeZoomWidthAndLanguage_untilThePageIsLeft() {
        hands.write("Proxy", HALF);
        hands.choose("Theme", Theme.DARK);
        assertThat(hands.written("Proxy")).as("another theme").isEqualTo(HALF);
        hands.choose("Zoom", 125);
        assertThat(hands.written("Proxy")).as("another zoom").isEqualTo(HALF);
        hands.widen(600);
        assertThat(hands.written("Proxy")).as("a narrow window").isEqualTo(HALF);
        hands.widen(1280);
        hands.choose("Language", Language.CHINESE);
        hands.see("设置");
        assertThat(hands.written("代理")).as("another language").isEqualTo(HALF);
        assertThat(Preferences.read(records.storage().settings()).theme()).isEqualTo(Theme.DARK);
        assertThat(records.route()).as("nothing is in force that was not saved").isEqualTo("none");

        hands.robot().push(KeyCode.CONTROL, KeyCode.DIGIT1);
        hands.robot().push(KeyCode.CONTROL, KeyCode.DIGIT8);
        assertThat(hands.written("代理")).as("the page was left").isEqualTo("none");
    }

    @Test
    void choosing_leavesTheFocusWhereItWas() {
        hands.choose("Theme", Theme.CONTRAST);

        assertThat(hands.focused()).isEqualTo("Theme");
    }
}
