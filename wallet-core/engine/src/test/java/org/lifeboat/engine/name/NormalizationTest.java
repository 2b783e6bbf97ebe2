package org.lifeboat.engine.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.engine.name.Normalization.Outcome;
import org.lifeboat.engine.name.Normalization.Reason;

/// A few names of each kind; the suite `wallet` runs the authors' forty thousand. Examples: ENSIP-15.
class NormalizationTest {
    private static Outcome normalize(String name) {
        return Normalization.bundled().normalize(name);
    }

    @ParameterizedTest
    @CsvSource({
        "nick.eth, nick.eth",
        "NiCk.EtH, nick.eth",
        "_$A, _$a",
        "1\u20e32\ufe0f\u20e3.eth, 1\u20e32\u20e3.eth",
        "A\ufe0e\ud83d\udca9\ufe0e\ufe0eb, a\ud83d\udca9b",
        "a\u0300, \u00e0",
        "a\u00adb, ab"
    })
    void oneForm_forEveryWayOfWriting(String written, String normal) {
        assertThat(normalize(written)).isInstanceOfSatisfying(Outcome.Normal.class, outcome -> {
            assertThat(outcome.name()).isEqualTo(normal);
            assertThat(normalize(outcome.name())).isEqualTo(outcome); // once is enough
        });
    }

    @ParameterizedTest
    @CsvSource({
        "a..eth, EMPTY_LABEL",
        "a b.eth, CHARACTER",
        "a\u202eb.eth, CHARACTER", // turns the direction of writing
        "v\u0456t\u0430lik.eth, MIXED_SCRIPTS", // two letters of Cyrillic among Latin ones
        "0\u0445.eth, LOOKS_LIKE_ANOTHER", // all Cyrillic, reads like 0x
        "xn--nick.eth, PLACEMENT",
        "ni_ck.eth, PLACEMENT",
        "\u2019s.eth, PLACEMENT",
        "\u0625\u0610\u0611\u0612\u0613\u0614.eth, MARKS",
        "\u0300a.eth, MARKS"
    })
    void whatCanDeceive_isRefusedWithItsReason(String written, Reason reason) {
        assertThat(normalize(written))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        outcome -> assertThat(outcome.reason()).isEqualTo(reason));
    }

    @Test
    void aHiddenCharacter_isNamedByItsNumber() {
        assertThat(normalize("a\u202eb.eth")).isEqualTo(new Outcome.Refused(Reason.CHARACTER, "U+202E"));
    }

    @Test
    void theScripts_areSaid() {
        assertThat(normalize("\u03bb\u03c6\u03b8.eth"))
                .isEqualTo(new Outcome.Normal("\u03bb\u03c6\u03b8.eth", List.of("Greek", "ASCII"), false));
        assertThat(normalize("\ud80c\udf8f\ud83d\udc38"))
                .isInstanceOfSatisfying(
                        Outcome.Normal.class,
                        outcome -> assertThat(outcome.restricted()).isTrue());
    }

    @Test
    void aNameWithoutEnd_isNotEvenLookedAt() {
        assertThat(normalize("a.".repeat(1_000) + "eth")).isEqualTo(new Outcome.Refused(Reason.TOO_LONG, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0x0000000000000000000000000000000000000000000000000000000000000000",
        "eth, 0x93cdeb708b7545dc668eb9280176169d1c33cfd8ed6f04690a0bcc88a93fc4ae",
        "foo.eth, 0xde9b09fd7c5f901e23a3f19fecc54828e9c848539801e86591bd9801b019f84f"
    })
    void theNode_isThatOfErc137(String name, String node) {
        assertThat(NameHash.of(name).toHex()).isEqualTo(node);
    }

    @Test
    void theWireForm_hasEachLabelBehindItsLength() {
        assertThat(NameHash.wire("foo.eth").toHex()).isEqualTo("0x03666f6f0365746800");
    }
}
