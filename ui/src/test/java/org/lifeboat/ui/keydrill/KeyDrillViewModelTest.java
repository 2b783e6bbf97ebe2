package org.lifeboat.ui.keydrill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.drill.KeyDrill;
import org.lifeboat.ui.OpenWallet;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.keydrill.KeyDrillScreen.Flaw;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.vault.LockClock;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.WordsProof;
import org.lifeboat.vault.words.PhraseReading;

class KeyDrillViewModelTest {
    private final OpenWallet wallet = new OpenWallet();
    private final KeyDrillViewModel model =
            new KeyDrillViewModel(wallet.records(), wallet.keys(), Tasks.immediate(), new SplittableRandom(7));

    @BeforeEach
    void load() {
        model.load();
    }

    @AfterEach
    void close() {
        wallet.close();
    }

    @Test
    void begins_withTheChoiceOfTheWay() {
        assertThat(model.screen().get()).isEqualTo(new KeyDrillScreen.Choosing(0));
    }

    @Test
    void aFewRightWords_areProof_andRemembered() {
        model.few();
        answer("abandon", OpenWallet.PASSWORD);

        assertThat(model.screen().get()).isEqualTo(new KeyDrillScreen.Proven(1, 0, false));
        assertThat(proven()).contains(Records.NOW);
    }

    /// All words but the last are the same.
    private void answer(String word, String password) {
        KeyDrillScreen.Few few = (KeyDrillScreen.Few) model.screen().get();
        Map<Integer, Secret> typed = new TreeMap<>();
        few.asked().forEach(place -> typed.put(place, secret(place == 12 ? "about" : word)));
        model.answerFew(typed, secret(password));
        assertThat(typed.values())
                .allSatisfy(each -> assertThat(each.isClosed()).isTrue());
    }

    private static Secret secret(String text) {
        return Secret.take(text.toCharArray());
    }

    private Optional<Instant> proven() {
        return KeyDrill.of(wallet.records().storage().settings(), Records.NOW).proven();
    }

    @Test
    void aWrongWord_isNamedByItsPlace_andAskedForAgain() {
        model.few();
        var asked = ((KeyDrillScreen.Few) model.screen().get()).asked();
        answer("ability", OpenWallet.PASSWORD);

        assertThat(model.screen().get())
                .isEqualTo(new KeyDrillScreen.Few(
                        asked,
                        new Flaw.Said(new WordsProof.Outcome.WrongWords(
                                asked.stream().filter(place -> place != 12).toList()))));
        assertThat(proven()).isEmpty();
    }

    @Test
    void withoutThePassword_nothingIsTold() {
        model.few();
        answer("abandon", "another password");

        assertThat(model.screen().get())
                .isInstanceOfSatisfying(
                        KeyDrillScreen.Few.class,
                        few -> assertThat(few.flaw()).isEqualTo(new Flaw.Said(new WordsProof.Outcome.WrongPassword())));
        assertThat(proven()).isEmpty();
    }

    @Test
    void allWords_bringTheAccountsBack() {
        model.whole();
        model.answerWhole(secret(OpenWallet.WORDS), Secret.empty());

        assertThat(model.screen().get()).isEqualTo(new KeyDrillScreen.Proven(1, 0, true));
        assertThat(proven()).contains(Records.NOW);
    }

    @Test
    void theWordsOfAnotherWallet_areNoProof() {
        model.whole();
        model.answerWhole(secret("zoo ".repeat(11) + "wrong"), Secret.empty());

        assertThat(model.screen().get())
                .isEqualTo(new KeyDrillScreen.Whole(new Flaw.Said(new WordsProof.Outcome.OtherWallet(1))));
        assertThat(proven()).isEmpty();
    }

    @Test
    void tooFewWords_areCounted() {
        model.whole();
        model.answerWhole(secret("abandon ability"), Secret.empty());

        assertThat(model.screen().get())
                .isEqualTo(new KeyDrillScreen.Whole(
                        new Flaw.Said(new WordsProof.Outcome.NoPhrase(new PhraseReading.WrongCount(2)))));
    }

    @Test
    void aWalletWithoutKeys_hasNoWordsToProve() {
        try (Records wordless = new Records()) {
            Keys none = new Keys(wordless.vault(), new Accounts(wordless.storage()), LockClock.system());
            KeyDrillViewModel bare = new KeyDrillViewModel(wordless, none, Tasks.immediate(), new SplittableRandom(7));
            bare.load();

            assertThat(bare.screen().get()).isEqualTo(new KeyDrillScreen.NoWords());
        }
    }

    @Test
    void aLockedWallet_isNotSaidToHaveNoWords() {
        wallet.keys().lock();
        model.load();

        assertThat(model.screen().get()).isEqualTo(new KeyDrillScreen.Locked());
    }
}
