package org.lifeboat.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.ui.OpenWallet;
import org.lifeboat.ui.Records;
import org.lifeboat.vault.Opened;
import org.lifeboat.vault.Secret;

/// The page in front of a locked wallet.
class UnlockWalkTest {
    private final Records records = new Records();
    private final Hands hands = seal();

    private Hands seal() {
        OpenWallet.seal(records);
        return new Hands(records);
    }

    @BeforeEach
    void locked() {
        hands.see("Unlock your wallet");
    }

    @AfterEach
    void close() {
        hands.close();
        records.close();
    }

    @Test
    void wrongPassword_isSaid_andTheRightOneOpens() {
        hands.robot().write("wrong password").push(KeyCode.ENTER);
        hands.see("This is not the password. Capital letters count; check Caps Lock and the keyboard layout.");
        hands.robot().write(OpenWallet.PASSWORD).push(KeyCode.ENTER);
        hands.see("No source chosen, so nothing is known");
        hands.robot().push(KeyCode.CONTROL, KeyCode.L);
        hands.see("Unlock your wallet");
    }

    @Test
    void damagedFile_offersTheBackup_whichTakesItsPlace() throws IOException {
        Path file = Path.of(records.folder()).resolve("keys.vault");
        Files.write(file, new byte[] {1, 2, 3});
        hands.robot().write(OpenWallet.PASSWORD).push(KeyCode.ENTER);
        hands.see(
                "The file with your keys is damaged. A backup lies beside it: try that first. If it does not open, your"
                        + " words bring your accounts back.");
        hands.press("Try the backup");
        hands.write("Password", OpenWallet.PASSWORD);
        hands.robot().push(KeyCode.ENTER);
        hands.see("No source chosen, so nothing is known");

        try (Secret password = OpenWallet.password()) {
            assertThat(records.vault().open(password)).isInstanceOf(Opened.Unlocked.class);
        }
    }

    @Test
    void fileAndBackupDamaged_saysWhatHelps_andOffersNoBackup() throws IOException {
        Path folder = Path.of(records.folder());
        Files.write(folder.resolve("keys.vault"), new byte[] {1, 2, 3});
        Files.write(folder.resolve("keys.vault.backup"), new byte[] {1, 2, 3});
        hands.robot().write(OpenWallet.PASSWORD).push(KeyCode.ENTER);
        hands.see("The file with your keys is missing or damaged, and there is no backup here. Your words bring your"
                + " accounts back: do not delete this folder, and restore in a new profile.");

        assertThat(hands.sees("Try the backup")).isFalse();
    }
}
