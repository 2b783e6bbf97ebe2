package org.lifeboat.ui.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.network.Network;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.onboarding.OnboardingScreen.BackupField;
import org.lifeboat.ui.onboarding.OnboardingScreen.BackupProblem;
import org.lifeboat.ui.onboarding.OnboardingScreen.Chosen;
import org.lifeboat.ui.onboarding.OnboardingScreen.EntryProblem;
import org.lifeboat.ui.onboarding.OnboardingScreen.WordsProblem;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.vault.LockClock;
import org.lifeboat.vault.Secret;

class OnboardingViewModelTest {
    private static final String WORDS = "abandon ".repeat(11) + "about";

    private final Records records = new Records();
    private final Accounts accounts = new Accounts(records.storage());
    private final Keys keys = new Keys(records.vault(), accounts, LockClock.system());
    private final List<Chosen> confirmed = new ArrayList<>();
    private boolean over;
    private boolean cameBack;
    private boolean wasRestored;
    private final OnboardingViewModel model = new OnboardingViewModel(
            records, keys, Tasks.immediate(), new SecureRandom(), new OnboardingViewModel.Done() {
                @Override
                public void with(List<Chosen> sources, boolean offline, boolean restored) {
                    confirmed.addAll(sources);
                    over = true;
                    wasRestored = restored;
                }

                @Override
                public void fromBackup() {
                    cameBack = true;
                }
            });

    @AfterEach
    void close() {
        keys.lock();
        records.close();
    }

    @Test
    void playMoney_needsNoConsentPage() {
        records.ofPlay();
        assertThat(model.play()).isTrue();
        model.create();
        model.wordsWritten();
        model.wordsConfirmed();
        model.choosePassword(password(), "Account 1");

        assertThat(over).isTrue();
        assertThat(confirmed).isEmpty();
    }

    @Test
    void playMoney_isOfferedWhereTheProgramCanOpenIt() {
        assertThat(model.playInstead()).isEmpty();
        List<String> played = new ArrayList<>();
        records.offering(() -> played.add("play"));

        model.playInstead().orElseThrow().run();

        assertThat(played).containsExactly("play");
        assertThat(over).isFalse();
        assertThat(accounts.all()).isEmpty();
    }

    @Test
    void create_asksNobodyUntilTheLastPageIsConfirmed() {
        model.language(Language.CHINESE, _ -> {});
        model.create();
        assertThat(model.words().orElseThrow().size()).isEqualTo(12);
        model.wordsWritten();
        model.wordsConfirmed();
        model.choosePassword(password(), "Account 1");
        model.choose(ethereum(), "http://127.0.0.1:8545", false);

        assertThat(records.asked()).as("sources asked").isEmpty();
        assertThat(records.networks().watched())
                .as("nothing is kept before the page is left")
                .isEmpty();
        assertThat(over).isFalse();
        model.finish();

        assertThat(confirmed).containsExactly(new Chosen(ethereum(), "http://127.0.0.1:8545", false));
        assertThat(records.asked()).isEmpty();
        assertThat(accounts.all()).hasSize(1);
        assertThat(keys.unlocked()).isTrue();
        assertThat(model.words())
                .as("words are forgotten once they are in the vault")
                .isEmpty();
    }

    @Test
    void offline_endsWithoutThePageOfSources() {
        model.workOffline();
        model.create();
        model.wordsConfirmed();
        model.choosePassword(password(), "Account 1");

        assertThat(over).isTrue();
        assertThat(confirmed).isEmpty();
    }

    @Test
    void restore_saysWhatIsWrongWithTheWords() {
        model.restore();
        model.enterWords(Secret.take("abandon abandon".toCharArray()), Secret.empty());
        assertThat(problem()).isEqualTo(new WordsProblem.Count(2));

        model.enterWords(Secret.take(("abandon ".repeat(11) + "abandon").toCharArray()), Secret.empty());
        assertThat(problem()).isEqualTo(new WordsProblem.Checksum());

        model.enterWords(Secret.take(("abandon ".repeat(11) + "abuot").toCharArray()), Secret.empty());
        assertThat(problem()).isInstanceOfSatisfying(WordsProblem.Unknown.class, unknown -> {
            assertThat(unknown.position()).isEqualTo(12);
            assertThat(unknown.suggestions()).contains("about");
        });

        model.enterWords(Secret.take(("abandon ".repeat(11) + "about").toCharArray()), Secret.empty());
        assertThat(model.screen().get()).isInstanceOf(OnboardingScreen.ChoosePassword.class);
    }

    private WordsProblem problem() {
        return ((OnboardingScreen.EnterWords) model.screen().get()).problem();
    }

    @Test
    void back_forgetsTheWords() {
        model.create();
        model.back();

        assertThat(model.words()).isEmpty();
        assertThat(model.screen().get()).isEqualTo(new OnboardingScreen.ChooseWay(false));
    }

    @Test
    void watchOnly_needsARightAddressAndMakesNoVault() {
        model.watchOnly();
        model.enterAddress("0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "x");
        assertThat(model.screen().get()).isEqualTo(new OnboardingScreen.EnterAddress(true));

        model.enterAddress("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "Cold");
        assertThat(accounts.all()).hasSize(1);
        assertThat(keys.exist()).isFalse();
    }

    @Test
    void openWay_isWrittenDownOnlyOnceTheUserAgrees() {
        model.enterAddress("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "Cold");
        model.choose(ethereum(), "http://node.example", false);
        assertThat(sources().chosen()).isEmpty();
        assertThat(sources().problem()).isInstanceOf(EntryProblem.Insecure.class);

        model.choose(ethereum(), "http://node.example", true);
        assertThat(sources().chosen()).containsExactly(new Chosen(ethereum(), "http://node.example", true));

        model.drop(sources().chosen().getFirst());
        assertThat(sources().chosen()).isEmpty();
    }

    @Test
    void restore_isToldAtTheEnd_soThatUsedAccountsCanBeLookedFor() {
        model.restore();
        model.enterWords(Secret.take(WORDS.toCharArray()), Secret.empty());
        model.choosePassword(password(), "Account 1");
        model.finish();

        assertThat(wasRestored).isTrue();
    }

    /// Words and passphrase: the reference vectors of BIP-39 (trezor/python-mnemonic, vectors.json).
    @Test
    void passphrase_givesOtherAccountsOfTheSameWords() {
        model.restore();
        model.enterWords(Secret.take(WORDS.toCharArray()), Secret.take("TREZOR".toCharArray()));
        model.choosePassword(password(), "Account 1");

        assertThat(accounts.all().getFirst().address().toChecksum())
                .isEqualTo("0x9c32F71D4DB8Fb9e1A58B0a80dF79935e7256FA6");
        assertThat(keys.lend(vault -> vault.seeds().getFirst().hasPassphrase())).contains(true);
    }

    @Test
    void backup_isRefusedInPlainWords() throws IOException {
        model.restoreBackup();
        model.enterBackup("", password(), password());
        assertThat(refused()).isEqualTo(BackupField.FILE + " file.needed");

        model.enterBackup("nowhere/at all", password(), password());
        assertThat(refused()).isEqualTo(BackupField.FILE + " file.unreadable");

        Path file = Files.writeString(Files.createTempFile("lifeboat", "backup"), "not a backup");
        model.enterBackup(file.toString(), password(), password());
        assertThat(refused()).isEqualTo(BackupField.FILE + " backup.damaged");
        assertThat(cameBack).isFalse();
        assertThat(records.asked()).isEmpty();
    }

    private String refused() {
        OnboardingScreen.EnterBackup shown =
                (OnboardingScreen.EnterBackup) model.screen().get();
        assertThat(shown.working()).isFalse();
        BackupProblem.Refused problem = (BackupProblem.Refused) shown.problem();
        return problem.field() + " " + problem.key();
    }

    @Test
    void begin_inAProfileThatWatches_leadsBackThere() {
        boolean[] left = new boolean[1];
        model.begin(() -> left[0] = true);
        assertThat(model.screen().get()).isEqualTo(new OnboardingScreen.ChooseWay(false));
        model.workOffline();
        model.back();
        assertThat(left[0]).isFalse();
        model.back();

        assertThat(left[0]).isTrue();
    }

    private OnboardingScreen.ChooseSources sources() {
        return (OnboardingScreen.ChooseSources) model.screen().get();
    }

    private Network ethereum() {
        return records.networks().all().getFirst();
    }

    private static Secret password() {
        return Secret.take("a long enough password".toCharArray());
    }
}
