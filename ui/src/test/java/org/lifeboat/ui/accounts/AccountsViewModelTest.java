package org.lifeboat.ui.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.engine.account.Account;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.OpenWallet;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.accounts.AccountsScreen.Holding;
import org.lifeboat.ui.accounts.AccountsScreen.News;
import org.lifeboat.ui.accounts.Attempt.Refused;
import org.lifeboat.ui.accounts.Attempt.Spot;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.vault.Changed;
import org.lifeboat.vault.LockClock;
import org.lifeboat.vault.Opened;
import org.lifeboat.vault.Secret;

class AccountsViewModelTest {
    /// The private key 1, whose public key is the curve's generator (SEC 2, section 2.4.1).
    private static final String KEY = "0x" + "0".repeat(63) + "1";

    private static final String ITS_ADDRESS = "0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf";

    @TempDir
    Path folder;

    private final OpenWallet wallet = new OpenWallet();
    private final AccountsViewModel model = model(Tasks.immediate());

    private AccountsViewModel model(Tasks tasks) {
        return new AccountsViewModel(wallet.records(), wallet.keys(), wallet.accounts(), tasks);
    }

    @AfterEach
    void close() {
        wallet.close();
    }

    @Test
    void load_saysWhatThereIs() {
        LaterTasks tasks = new LaterTasks();
        AccountsViewModel slow = model(tasks);
        slow.load();
        assertThat(slow.screen().get()).isEqualTo(new AccountsScreen.Loading());
        tasks.runAll();

        assertThat(slow.screen().get())
                .isEqualTo(new AccountsScreen.Shown(wallet.accounts().all(), Holding.WORDS, new News.None()));
    }

    @Test
    void profileThatOnlyWatches_hasNoKeys() {
        try (Records watching = new Records()) {
            Keys none = new Keys(watching.vault(), wallet.accounts(), LockClock.system());
            AccountsViewModel other = new AccountsViewModel(watching, none, wallet.accounts(), Tasks.immediate());
            other.load();

            assertThat(((AccountsScreen.Shown) other.screen().get()).holding()).isEqualTo(Holding.NO_KEYS);
            other.addNext("x");
            assertThat(other.attempt().get()).isEqualTo(Refused.at(Spot.WHOLE_FORM, "accounts.locked"));
        }
    }

    @Test
    void addNext_addsTheSecondAccountOfTheWords() {
        model.addNext("Savings");

        Account added = wallet.accounts().all().getLast();
        assertThat(model.attempt().get()).isEqualTo(new Attempt.Done(new News.Added(added)));
        assertThat(added.kind()).isEqualTo(new Account.Kind.Derived("m/44'/60'/0'/0/1"));
        assertThat(added.label()).isEqualTo("Savings");
    }

    @Test
    void importKey_takesOneKeyOnce() {
        model.importKey(secret(KEY), "Old");
        Account added = wallet.accounts().all().getLast();
        assertThat(model.attempt().get()).isEqualTo(new Attempt.Done(new News.Imported(added)));
        assertThat(added.address().toChecksum()).isEqualTo(ITS_ADDRESS);

        model.importKey(secret(KEY), "Again");
        assertThat(model.attempt().get()).isEqualTo(Refused.at(Spot.WHOLE_FORM, "accounts.there", "Old"));
        model.importKey(secret("0x12"), "");
        assertThat(refused()).isEqualTo("KEY accounts.notAKey");
        model.importKey(secret("0".repeat(64)), "");
        assertThat(model.attempt().get()).isEqualTo(new Attempt.RefusedByVault(Changed.Reason.NOT_A_KEY));
        assertThat(wallet.accounts().all()).hasSize(2);
    }

    @Test
    void keystore_goesOutUnderItsOwnPassword_andComesBack() throws IOException {
        Path file = folder.resolve("key.json");
        Account first = wallet.accounts().all().getFirst();
        model.exportKeystore(first, file.toString(), secret("wrong"), secret("its own password"));
        assertThat(refused()).isEqualTo("PASSWORD unlock.wrong");
        assertThat(file).doesNotExist();

        model.exportKeystore(first, file.toString(), OpenWallet.password(), secret("its own password"));
        assertThat(model.attempt().get()).isEqualTo(new Attempt.Done(new News.KeySaved(first, file.toString())));
        assertThat(Files.readString(file)).contains("scrypt");
        model.exportKeystore(first, file.toString(), OpenWallet.password(), secret("its own password"));
        assertThat(refused()).isEqualTo("FILE file.there");

        model.importKeystore(file.toString(), secret("wrong"), "");
        assertThat(refused()).isEqualTo("FILE_PASSWORD accounts.keystore.wrongPassword");
        model.importKeystore(file.toString(), secret("its own password"), "");
        assertThat(refused()).isEqualTo("WHOLE_FORM accounts.there");
        model.remove(first);
        model.importKeystore(file.toString(), secret("its own password"), "Back");
        assertThat(wallet.accounts().find(first.address()).orElseThrow().kind()).isEqualTo(new Account.Kind.Imported());
    }

    @Test
    void importKeystore_refusesWhatIsNone() throws IOException {
        model.importKeystore(" ", secret("x"), "");
        assertThat(refused()).isEqualTo("FILE file.needed");
        model.importKeystore(folder.resolve("missing").toString(), secret("x"), "");
        assertThat(refused()).isEqualTo("FILE file.unreadable");
        model.importKeystore(Files.writeString(folder.resolve("other"), "{}").toString(), secret("x"), "");
        assertThat(refused()).isEqualTo("FILE accounts.keystore.unsupported");
    }

    @Test
    void watch_needsARightAndNewAddress() {
        model.watch("0x12", "x");
        assertThat(refused()).isEqualTo("ADDRESS onboarding.address.wrong");
        model.watch(OpenWallet.FIRST, "x");
        assertThat(refused()).isEqualTo("ADDRESS accounts.there");
        model.watch(ITS_ADDRESS, "x".repeat(101));
        assertThat(refused()).isEqualTo("LABEL accounts.labelTooLong");
        model.watch(ITS_ADDRESS, "Cold");
        assertThat(wallet.accounts().all().getLast().canSign()).isFalse();
    }

    @Test
    void rename_andRemove() {
        model.addNext("Second");
        Account second = wallet.accounts().all().getLast();
        model.rename(second, "Other");
        assertThat(wallet.accounts().find(second.address()).orElseThrow().label())
                .isEqualTo("Other");
        model.remove(second);

        assertThat(wallet.accounts().find(second.address())).isEmpty();
        assertThat(wallet.keys().idOf(second.address())).isEmpty();
    }

    @Test
    void words_areShownBehindThePassword_andClosedAfterwards() {
        model.openWords(secret("wrong"));
        assertThat(refused()).isEqualTo("PASSWORD unlock.wrong");
        assertThat(model.words()).isEmpty();

        model.openWords(OpenWallet.password());
        assertThat(model.attempt().get()).isEqualTo(new Attempt.WordsOpen());
        var phrase = model.words().orElseThrow();
        assertThat(phrase.word(11)).isEqualTo("about");
        model.rest();
        assertThat(model.words()).isEmpty();
    }

    @Test
    void words_thatComeAfterThePageWasLeft_areNotKept() {
        LaterTasks tasks = new LaterTasks();
        AccountsViewModel slow = model(tasks);
        slow.openWords(OpenWallet.password());
        slow.rest();
        tasks.runAll();

        assertThat(slow.words()).isEmpty();
        assertThat(slow.attempt().get()).isEqualTo(new Attempt.Resting());
    }

    @Test
    void changePassword_rewritesTheCopyAsWell() {
        model.changePassword(secret("wrong"), secret("another password"));
        assertThat(refused()).isEqualTo("PASSWORD unlock.wrong");
        model.changePassword(OpenWallet.password(), secret("another password"));
        assertThat(model.attempt().get()).isEqualTo(new Attempt.Done(new News.PasswordChanged()));
        wallet.keys().lock();

        try (Secret fresh = secret("another password");
                Secret old = OpenWallet.password()) {
            assertThat(wallet.records().vault().open(fresh)).isInstanceOf(Opened.Unlocked.class);
            assertThat(wallet.records().vault().openBackup(fresh)).isInstanceOf(Opened.Unlocked.class);
            assertThat(wallet.records().vault().openBackup(old)).isEqualTo(new Opened.WrongPassword());
        }
    }

    @Test
    void locked_nothingIsDone() {
        wallet.keys().lock();
        model.addNext("x");
        assertThat(refused()).isEqualTo("WHOLE_FORM accounts.locked");
        model.openWords(OpenWallet.password());
        assertThat(refused()).isEqualTo("WHOLE_FORM accounts.locked");
        model.changePassword(OpenWallet.password(), secret("another password"));
        assertThat(refused()).isEqualTo("WHOLE_FORM accounts.locked");
    }

    private String refused() {
        return model.attempt().get() instanceof Refused refused ? refused.spot() + " " + refused.key() : "";
    }

    private static Secret secret(String text) {
        return Secret.take(text.toCharArray());
    }
}
