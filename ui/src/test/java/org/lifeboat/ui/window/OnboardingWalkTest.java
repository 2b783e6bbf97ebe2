package org.lifeboat.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.OpenWallet;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.accounts.AccountsViewModel;
import org.lifeboat.ui.accounts.Attempt;
import org.lifeboat.ui.discovery.UsedSource;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.vault.Secret;

/// From nothing to the balance sheet, on every way there is.
class OnboardingWalkTest {
    private static final String PASSWORD = "four unrelated words";

    private final Records records = new Records();
    private final Hands hands = new Hands(records);

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        hands.close();
        records.close();
    }

    private List<Account> accounts() {
        return new Accounts(records.storage()).all();
    }

    @Test
    void create_showsWordsOnce_asksForThree_andEndsAtTheSheet() {
        hands.press("English");
        hands.press("Create a new wallet");
        hands.see("Write these words down");
        List<String> words = hands.words();
        assertThat(words).hasSize(12);
        hands.press("I have written them down");
        pick(words);
        hands.see("Choose a password");
        hands.write("Password", PASSWORD);
        hands.write("The same again", "something else");
        hands.press("Lock the keys with it");
        hands.see("The two are not the same.");
        hands.write("The same again", PASSWORD);
        hands.press("Lock the keys with it");
        hands.press("Continue without asking anybody");
        hands.see("No source chosen, so nothing is known");

        assertThat(accounts()).hasSize(1);
        assertThat(records.asked()).as("no request left").isEmpty();
    }

    private void pick(List<String> words) {
        for (int question = 1; question <= 3; question++) {
            hands.see("Are they on the paper?");
            for (int order = 1; order <= words.size(); order++) {
                if (hands.sees("Which is word number " + order + "? (question " + question + " of 3)")) {
                    hands.press(words.get(order - 1).split(" ")[1]);
                    break;
                }
            }
        }
    }

    @Test
    void restore_offersToLookForUsedAccounts_andLooksOnlyThen() {
        Address second = Address.fromUser("0x6Fac4D18c912343BF86fa7049364Dd4E424Ab9C0");
        SourceId id = new SourceId(new ChainId(1), "http://127.0.0.1:8545");
        UsedSource source = new UsedSource(id, Set.of(second));
        records.with(source);
        restore(OpenWallet.WORDS);
        hands.write("Address of a source", id.url());
        hands.press("Add");
        hands.see("127.0.0.1:8545");
        assertThat(source.asked()).as("before the page is confirmed").isEmpty();
        hands.press("Continue and ask 1 source");
        hands.see("Accounts used before");
        assertThat(source.asked()).as("before the user agrees to look").doesNotContain(Purpose.FIND_ACCOUNTS);
        hands.press("Look");
        hands.see("Found and added: 1 account.");
        hands.press("Continue");
        hands.see("Balances");

        assertThat(accounts().stream().map(Account::address)).contains(second);
    }

    @Test
    void restore_canSkipTheLook() {
        SourceId id = new SourceId(new ChainId(1), "http://127.0.0.1:8545");
        UsedSource source = new UsedSource(id, Set.of());
        records.with(source);
        restore(OpenWallet.WORDS);
        hands.write("Address of a source", id.url());
        hands.press("Add");
        hands.press("Continue and ask 1 source");
        hands.press("Do not look");
        hands.see("Balances");

        assertThat(source.asked()).doesNotContain(Purpose.FIND_ACCOUNTS);
        assertThat(accounts()).hasSize(1);
    }

    @Test
    void restore_keepsWhatWasTypedWhenAWordIsWrong() {
        hands.press("English");
        hands.press("Restore from words");
        hands.write("Words", OpenWallet.WORDS.replace("about", "abuot"));
        hands.press("Continue");
        hands.seeBeginning("Word 12 is in no word list. Could it be: ");
        hands.write("Words", OpenWallet.WORDS);
        hands.press("Continue");
        hands.see("Choose a password");
    }

    @Test
    void backup_bringsTheWholeProfileBack() {
        String file = folder.resolve("all.backup").toString();
        try (OpenWallet other = new OpenWallet()) {
            AccountsViewModel model =
                    new AccountsViewModel(other.records(), other.keys(), other.accounts(), Tasks.immediate());
            model.addNext("Savings");
            model.backUp(file, OpenWallet.password(), Secret.take("backup password".toCharArray()));
            assertThat(model.attempt().get()).isInstanceOf(Attempt.Done.class);
        }
        hands.press("English");
        hands.press("Restore from a backup");
        hands.write("Backup file", file);
        hands.write("Password of the backup", "backup password");
        hands.write("Password of the wallet in it", "not this one");
        hands.press("Restore it");
        hands.see("The backup opens, but this is not the password of the wallet in it. Nothing was restored.");
        assertThat(accounts()).isEmpty();
        hands.write("Password of the backup", "backup password");
        hands.write("Password of the wallet in it", OpenWallet.PASSWORD);
        hands.press("Restore it");
        hands.see("Balances");

        assertThat(accounts().stream().map(Account::label)).containsExactly("Account 1", "Savings");
        assertThat(records.vault().exists()).isTrue();
    }

    private void restore(String words) {
        hands.press("English");
        hands.press("Restore from words");
        hands.write("Words", words);
        hands.press("Continue");
        hands.write("Password", PASSWORD);
        hands.write("The same again", PASSWORD);
        hands.press("Lock the keys with it");
        hands.see("Whom may Lifeboat ask?");
    }
}
