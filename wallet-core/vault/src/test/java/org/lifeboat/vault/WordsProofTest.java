package org.lifeboat.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.vault.kdf.KdfParameters;
import org.lifeboat.vault.words.Phrase;
import org.lifeboat.vault.words.PhraseReading;

class WordsProofTest {
    private static final String WORDS = "test test test test test test test test test test test junk";

    @TempDir
    Path folder;

    private UnlockedVault vault;
    private SeedId seed;

    @BeforeEach
    void create() {
        vault = ((Created.Done)
                        Vault.at(folder.resolve("keys.vault")).create(VaultTest.secret("one"), KdfParameters.least()))
                .vault();
        try (Phrase phrase = VaultTest.phrase()) {
            seed = done(vault.addSeed(phrase, Secret.empty())).id();
        }
        done(vault.addAccount(seed));
        done(vault.addAccount(seed));
    }

    private static <T> T done(Changed<T> changed) {
        return ((Changed.Done<T>) changed).value();
    }

    private WordsProof.Outcome few(String password, String last) {
        return WordsProof.few(
                vault,
                seed,
                VaultTest.secret(password),
                Map.of(3, VaultTest.secret("test"), 12, VaultTest.secret(last)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"junk", "JUNK", "  junk\n"})
    void few_takesTheRightWordsInWhateverLetters(String typed) {
        assertThat(few("one", typed)).isEqualTo(new WordsProof.Outcome.Proven(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "junkk", "jun", "", "junk junk", "\u00e4"})
    void few_namesThePlaceOfWhatIsWrong(String typed) {
        assertThat(few("one", typed)).isEqualTo(new WordsProof.Outcome.WrongWords(List.of(12)));
    }

    @Test
    void few_tellsNothingWithoutThePassword_andLocksAfterGuesses() {
        WordsProof.Outcome last = new WordsProof.Outcome.Locked();
        for (int i = 0; i < 20 && !vault.isLocked(); i++) {
            last = few("two", "junk");
        }

        assertThat(last).isEqualTo(new WordsProof.Outcome.WrongPassword());
        assertThat(vault.isLocked()).isTrue();
        assertThat(few("one", "junk")).isEqualTo(new WordsProof.Outcome.Locked());
    }

    @Test
    void noWordsAtAll_areNoProof() {
        assertThat(WordsProof.few(vault, seed, VaultTest.secret("one"), Map.of()))
                .isEqualTo(new WordsProof.Outcome.WrongWords(List.of()));
    }

    private WordsProof.Outcome whole(String words, String passphrase) {
        return WordsProof.whole(vault, seed, VaultTest.secret(words), VaultTest.secret(passphrase));
    }

    @Test
    void whole_bringsBackEveryAccount_andOnlyWithItsPassphrase() {
        assertThat(whole(WORDS, "")).isEqualTo(new WordsProof.Outcome.Proven(2));
        assertThat(whole(WORDS, "a passphrase")).isEqualTo(new WordsProof.Outcome.OtherWallet(2));
    }

    @Test
    void whole_ofAnotherWallet_isNoProof() {
        assertThat(whole("zoo ".repeat(11) + "wrong", "")).isEqualTo(new WordsProof.Outcome.OtherWallet(2));
    }

    @Test
    void whole_thatIsNoPhrase_saysWhy() {
        assertThat(whole("test test", "")).isEqualTo(new WordsProof.Outcome.NoPhrase(new PhraseReading.WrongCount(2)));
        assertThat(whole("test ".repeat(12), ""))
                .isInstanceOfSatisfying(
                        WordsProof.Outcome.NoPhrase.class,
                        no -> assertThat(no.why()).isInstanceOf(PhraseReading.WrongChecksum.class));
    }

    @Test
    void words_withoutAnAccount_proveNothing() {
        SeedId other;
        try (Phrase phrase = VaultTest.phrase()) {
            other = done(vault.addSeed(phrase, VaultTest.secret("x"))).id();
        }

        assertThat(WordsProof.whole(vault, other, VaultTest.secret(WORDS), VaultTest.secret("x")))
                .isEqualTo(new WordsProof.Outcome.NothingThere());
    }
}
