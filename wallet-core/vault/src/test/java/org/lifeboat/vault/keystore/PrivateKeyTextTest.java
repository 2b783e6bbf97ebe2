package org.lifeboat.vault.keystore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.vault.Secret;

class PrivateKeyTextTest {
    private static final String DIGITS = "0123456789abcdefABCDEF".repeat(2) + "01234567890123456789";

    @ParameterizedTest
    @ValueSource(strings = {"", "0x", "  0x"})
    void read_takesDigitsWithAndWithoutPrefix(String prefix) {
        try (Secret typed = Secret.take((prefix + DIGITS + "\n").toCharArray());
                Secret key = PrivateKeyText.read(typed).orElseThrow()) {
            boolean right = key.with(bytes -> bytes[0] == 0x01 && bytes[1] == 0x23 && bytes.length == 32);
            assertThat(right).isTrue();
        }
    }

    @Test
    void read_refusesAnythingElse() {
        for (String wrong : new String[] {"", "0x", DIGITS + "0", DIGITS.substring(1), "g" + DIGITS.substring(1)}) {
            try (Secret typed = Secret.take(wrong.toCharArray())) {
                assertThat(PrivateKeyText.read(typed)).isEmpty();
            }
        }
    }
}
