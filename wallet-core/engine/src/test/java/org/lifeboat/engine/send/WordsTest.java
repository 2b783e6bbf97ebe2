package org.lifeboat.engine.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.token.TokenReader;
import org.lifeboat.engine.verified.CouldNot;
import org.lifeboat.resources.Language;
import org.lifeboat.resources.Words;

class WordsTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCheckNoteAndContradiction_hasWords(Language language) {
        Words words = Words.of(language, "balances", "send");

        Stream<String> keys = Stream.of(
                        Arrays.stream(Check.Kind.values())
                                .map(kind -> Check.of(kind).messageKey()),
                        Arrays.stream(Note.Kind.values())
                                .map(kind -> Note.of(kind).messageKey()),
                        Arrays.stream(TokenReader.Oddity.values()).map(TokenReader.Oddity::messageKey),
                        Arrays.stream(Contradiction.What.values())
                                .map(what -> new Contradiction(what, "", "", "").messageKey()),
                        Arrays.stream(EffectLine.Kind.values())
                                .map(kind -> EffectLine.of(kind).messageKey()),
                        Arrays.stream(CouldNot.Why.values()).map(why -> new CouldNot(why, "").messageKey()),
                        Stream.of("discovery.disclosure"))
                .flatMap(stream -> stream);

        assertThat(keys)
                .allSatisfy(
                        key -> assertThat(words.find(key, "a", "b", "c", "d")).isPresent());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void bothLanguages_haveTheSameKeys(Language language) {
        assertThat(Words.of(language, "balances", "send").keys())
                .isEqualTo(Words.of(Language.ENGLISH, "balances", "send").keys());
    }
}
