package org.lifeboat.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void secret_wipesWhatItTookAndWhatItHeld() {
        byte[] source = {1, 2, 3};
        char[] typed = {'a', '\u00e9'};
        Secret secret = Secret.take(source);
        Secret text = Secret.take(typed);
        byte[] inside = secret.with(bytes -> bytes);

        assertThat(source).containsOnly(0);
        assertThat(typed).containsOnly('\0');
        assertThat(inside).containsExactly(1, 2, 3);
        assertThat(text.size()).isEqualTo(3);
        secret.close();
        assertThat(inside).containsOnly(0);
        assertThatThrownBy(() -> secret.with(bytes -> bytes.length)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void secret_isSilent() {
        assertThat(Secret.take(new byte[] {42})).hasToString("Secret");
    }

    @Test
    void secret_refusesHalfACharacterAndWipesItAllTheSame() {
        char[] broken = {'a', '\ud83d'};

        // A lone high surrogate at the end is an unfinished character: nothing of it may be dropped silently.
        assertThatThrownBy(() -> Secret.take(broken)).isInstanceOf(IllegalArgumentException.class);
        assertThat(broken).containsOnly('\0');
    }

    @Test
    void matches_comparesBytes() {
        Secret one = Secret.take(new byte[] {1, 2});

        assertThat(one.matches(Secret.take(new byte[] {1, 2}))).isTrue();
        assertThat(one.matches(Secret.take(new byte[] {1, 3}))).isFalse();
        assertThat(one.matches(Secret.take(new byte[] {1}))).isFalse();
        assertThat(one.matches(one)).isTrue();
    }

    @Property(tries = 2000)
    void normalized_isWhatTheJdkMakesOfTheWholeText(@ForAll("texts") String text) {
        String expected = Normalizer.normalize(text, Normalizer.Form.NFKD);

        String found =
                Secret.take(text.toCharArray()).normalized().with(bytes -> new String(bytes, StandardCharsets.UTF_8));

        assertThat(found).isEqualTo(expected);
    }

    /// Letters, marks, Hangul, half-width Kana, ligatures: where normalisation has most to do.
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Character> letters = Arbitraries.chars().range('a', 'z').range('\u00c0', '\u024f');
        Arbitrary<Character> marks =
                Arbitraries.chars().range('\u0300', '\u036f').range('\u0f71', '\u0f84');
        Arbitrary<Character> asia = Arbitraries.chars()
                .range('\u3041', '\u30ff')
                .range('\uac00', '\uad00')
                .range('\uff61', '\uff9f')
                .range('\u1100', '\u1200')
                .range('\ufb00', '\ufdfb');
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(2, letters),
                        net.jqwik.api.Tuple.of(2, marks),
                        net.jqwik.api.Tuple.of(2, asia))
                .list()
                .ofMaxSize(12)
                .map(chars -> {
                    StringBuilder text = new StringBuilder();
                    chars.forEach(text::append);
                    return text.toString();
                });
    }
}
