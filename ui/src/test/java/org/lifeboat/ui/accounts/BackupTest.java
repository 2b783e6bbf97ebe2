package org.lifeboat.ui.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.contact.Contacts;
import org.lifeboat.engine.profile.ProfileBackup;
import org.lifeboat.primitives.Address;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.OpenWallet;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.accounts.AccountsScreen.News;
import org.lifeboat.ui.accounts.Attempt.Refused;
import org.lifeboat.ui.accounts.Attempt.Spot;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.vault.LockClock;
import org.lifeboat.vault.Secret;

/// The whole profile into one file.
class BackupTest {
    @TempDir
    Path folder;

    private final OpenWallet wallet = new OpenWallet();

    private AccountsViewModel model(Tasks tasks) {
        return new AccountsViewModel(wallet.records(), wallet.keys(), wallet.accounts(), tasks);
    }

    @AfterEach
    void close() {
        wallet.close();
    }

    @Test
    void backUp_isSealedUnderItsOwnPassword_andWhole() throws IOException {
        new Contacts(wallet.records().storage())
                .add("Ada", Address.fromUser("0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf"), Set.of(), "");
        Path file = folder.resolve("all.backup");
        AccountsViewModel model = model(Tasks.immediate());
        model.backUp(file.toString(), secret("wrong"), secret("its own password"));
        assertThat(model.attempt().get()).isEqualTo(Refused.at(Spot.PASSWORD, "unlock.wrong"));
        assertThat(file).doesNotExist();

        model.backUp(file.toString(), OpenWallet.password(), secret("its own password"));
        assertThat(model.attempt().get()).isEqualTo(new Attempt.Done(new News.BackedUp(file.toString(), 1, 1, 0)));
        try (Secret own = secret("its own password")) {
            assertThat(ProfileBackup.open(Files.readAllBytes(file), own))
                    .isInstanceOfSatisfying(
                            ProfileBackup.Opened.Content.class,
                            opened -> assertThat(opened.content().vault()).isPresent());
        }
        model.backUp(file.toString(), OpenWallet.password(), secret("its own password"));
        assertThat(model.attempt().get()).isEqualTo(Refused.at(Spot.FILE, "file.there"));
    }

    @Test
    void cancel_writesNothing() {
        Path file = folder.resolve("never.backup");
        LaterTasks tasks = new LaterTasks();
        AccountsViewModel model = model(tasks);
        model.backUp(file.toString(), OpenWallet.password(), secret("its own password"));
        assertThat(model.attempt().get()).isEqualTo(new Attempt.Working(true));
        model.cancel();
        assertThat(model.attempt().get()).isEqualTo(new Attempt.Resting());
        tasks.runAll();

        assertThat(file).doesNotExist();
    }

    @Test
    void cancel_leavesNoKeyFile_takesNoKey_andShowsNoWords() {
        Path file = folder.resolve("key.json");
        Account first = wallet.accounts().all().getFirst();
        LaterTasks tasks = new LaterTasks();
        AccountsViewModel model = model(tasks);
        model.exportKeystore(first, file.toString(), OpenWallet.password(), secret("its own password"));
        model.cancel();
        tasks.runAll();
        assertThat(file).doesNotExist();

        model.exportKeystore(first, file.toString(), OpenWallet.password(), secret("its own password"));
        tasks.runAll();
        model.remove(first);
        tasks.runAll();
        model.importKeystore(file.toString(), secret("its own password"), "Back");
        model.cancel();
        tasks.runAll();
        assertThat(wallet.accounts().all()).isEmpty();

        model.openWords(OpenWallet.password());
        model.cancel();
        tasks.runAll();
        assertThat(model.words()).isEmpty();
        assertThat(model.attempt().get()).isEqualTo(new Attempt.Resting());
    }

    @Test
    void damagedKeyFile_isNotBackedUpAsIfItWereWhole() throws IOException {
        Files.writeString(Path.of(wallet.records().folder()).resolve("keys.vault"), "cut");
        AccountsViewModel model = model(Tasks.immediate());
        model.backUp(folder.resolve("x").toString(), OpenWallet.password(), secret("its own password"));

        assertThat(model.attempt().get()).isEqualTo(Refused.at(Spot.WHOLE_FORM, "accounts.fileDamaged"));
    }

    @Test
    void profileThatOnlyWatches_isBackedUpWithoutAPassword() {
        try (Records watching = new Records()) {
            AccountsViewModel model = new AccountsViewModel(
                    watching,
                    new Keys(watching.vault(), wallet.accounts(), LockClock.system()),
                    wallet.accounts(),
                    Tasks.immediate());
            model.backUp(folder.resolve("y").toString(), Secret.empty(), secret("its own password"));

            assertThat(model.attempt().get()).isInstanceOf(Attempt.Done.class);
        }
    }

    private static Secret secret(String text) {
        return Secret.take(text.toCharArray());
    }
}
