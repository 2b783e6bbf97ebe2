package org.lifeboat.vault.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.primitives.Hex;
import org.lifeboat.vault.Secret;

class PhraseTest {
    private static final String ABOUT = "abandon ".repeat(11) + "about";

    private static Secret secret(String text) {
        return Secret.take(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void seed_isTheOneOfTheOfficialVector() {
        var valid = (PhraseReading.Valid) PhraseReader.read(secret(ABOUT));

        // trezor/python-mnemonic, vectors.json, first English case.
        assertThat(valid.phrase().seed(secret("TREZOR")).with(Hex::encode))
                .isEqualTo("0xc55257c360c07c72029aebc1b53c05ed0362ada38ead3e3e9efa3708e5349553"
                        + "1f09a6987599d18264c1e1c92f2cf141630c7a3c4ab7c81b2f001698e7463b04");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void generatedPhrase_isReadBackInEveryLanguage(Language language) {
        SecureRandom random = new SecureRandom();
        for (int words = 12; words <= 24; words += 3) {
            try (Phrase phrase = Phrase.generate(language, words, random);
                    Secret text = phrase.text();
                    Secret entropy = phrase.entropy()) {
                var valid = (PhraseReading.Valid) PhraseReader.read(text);

                assertThat(valid.phrase().entropy().matches(entropy)).isTrue();
                assertThat(valid.phrase().size()).isEqualTo(words);
                assertThat(valid.phrase().language() == language
                                || valid.alsoValidIn().contains(language))
                        .isTrue();
            }
        }
    }

    @Test
    void reading_forgivesCaseAndBlanks() {
        String messy = "  " + ABOUT.toUpperCase(java.util.Locale.ROOT).replace(" ", " \u3000\n\t") + "\r\n";

        assertThat(PhraseReader.read(secret(messy))).isInstanceOf(PhraseReading.Valid.class);
    }

    @Test
    void typingErrors_areNamedByPositionWithTheNearestWords() {
        String typed = ABOUT.replaceFirst("abandon", "abandom").replace("about", "abuot");

        var unknown = (PhraseReading.UnknownWords) PhraseReader.read(secret(typed));

        assertThat(unknown.language()).isEqualTo(Language.ENGLISH);
        assertThat(unknown.words()).extracting(PhraseReading.Unknown::position).containsExactly(1, 12);
        assertThat(unknown.words().getFirst().suggestions()).first().isEqualTo("abandon");
        assertThat(unknown.words().getLast().suggestions()).contains("about");
    }

    @Test
    void fourLetters_suggestTheOneWordThatBeginsSo() {
        var unknown = (PhraseReading.UnknownWords) PhraseReader.read(secret("zebr " + ABOUT.substring(8)));

        assertThat(unknown.words().getFirst().suggestions()).first().isEqualTo("zebra");
    }

    @Test
    void missingAccents_areSuggested() {
        // "ábaco" typed without its accent.
        String spanish = "abaco " + "\u00e1baco ".repeat(10) + "abierto";

        var unknown = (PhraseReading.UnknownWords) PhraseReader.read(secret(spanish));

        assertThat(unknown.language()).isEqualTo(Language.SPANISH);
        assertThat(unknown.words().getFirst().suggestions()).first().isEqualTo("\u00e1baco");
    }

    @Test
    void swappedWords_areAWrongChecksum() {
        var wrong = (PhraseReading.WrongChecksum) PhraseReader.read(secret("about " + "abandon ".repeat(11)));

        assertThat(wrong.languages()).containsExactly(Language.ENGLISH);
    }

    @Test
    void wrongNumberOfWords_isCounted() {
        assertThat(PhraseReader.read(secret("abandon about"))).isEqualTo(new PhraseReading.WrongCount(2));
        assertThat(PhraseReader.read(Secret.empty())).isEqualTo(new PhraseReading.WrongCount(0));
        assertThat(PhraseReader.read(Secret.take(new byte[] {(byte) 0xff}))).isEqualTo(new PhraseReading.WrongCount(0));
        assertThat(PhraseReader.read(secret("a ".repeat(10_000)))).isInstanceOf(PhraseReading.WrongCount.class);
    }

    @Test
    void wordsOfBothChineseLists_areValidInBoth() {
        // The first word of both lists is the same character; so is the last one here.
        String chinese = "\u7684 ".repeat(11) + "\u5728";

        var valid = (PhraseReading.Valid) PhraseReader.read(secret(chinese));

        assertThat(valid.phrase().language()).isEqualTo(Language.CHINESE_SIMPLIFIED);
        assertThat(valid.alsoValidIn()).containsExactly(Language.CHINESE_TRADITIONAL);
        try (Phrase other =
                Phrase.ofEntropy(Language.CHINESE_TRADITIONAL, valid.phrase().entropy())) {
            assertThat(other.seed(Secret.empty()).matches(valid.phrase().seed(Secret.empty())))
                    .isTrue();
        }
    }

    @Test
    void fixedLanguage_isTheOnlyOneTried() {
        assertThat(PhraseReader.read(secret(ABOUT), List.of(Language.FRENCH)))
                .isInstanceOf(PhraseReading.UnknownWords.class);
    }
}
