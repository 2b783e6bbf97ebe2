package org.lifeboat.ui.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrengthTest {
    @ParameterizedTest
    @CsvSource({
        "'', NONE",
        "Ab1!xyz, TOO_SHORT",
        "aaaaaaaaaaaaaaaa, WEAK",
        "12345678901234, WEAK",
        "password123, WEAK",
        "four unrelated little words, GOOD",
        "tulip-42-Kran, GOOD",
        "tulpenkran, WEAK"
    })
    void guess_isOnTheCarefulSide(String password, Strength expected) {
        assertThat(Strength.of(password)).isEqualTo(expected);
    }
}
