package org.lifeboat.engine.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.primitives.Address;

class LookAlikeTest {
    private static final Address KNOWN = Address.fromHex("0x1234567890abcdef1234567890abcdef12345678");

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "0x1234567890abcdef1234567890abcdef12345678, false, the address itself",
        "0x1234ffffffffffffffffffffffffffffffff5678, true, four digits at each end",
        "0x1234fffffffffffffffffffffffffffffffff678, false, four and three",
        "0x123fffffffffffffffffffffffffffffffff5678, false, three and four",
        "0x123456ffffffffffffffffffffffffffffffffff, true, six at the start",
        "0x12345fffffffffffffffffffffffffffffffffff, false, five at the start",
        "0xffffffffffffffffffffffffffffffffff345678, true, six at the end",
        "0xfffffffffffffffffffffffffffffffffff45678, false, five at the end",
        "0xf234567890abcdef1f34567890abcdef1234567f, true, three slips",
        "0xf2f4567890abcdef1f34567890abcdef1234567f, false, four slips",
        "0x1234567890ABCDEF1234567890ABCDEF12345678, false, the same in capitals",
    })
    void address_looksLikeAKnownOne(String text, boolean alike, String why) {
        List<LookAlike> found = LookAlike.of(Address.fromHex(text), List.of(KNOWN));

        assertThat(!found.isEmpty()).as(why).isEqualTo(alike);
    }

    @ParameterizedTest
    @CsvSource("0x1234567890abcdef1234567890abcdef12345679, 39, 0")
    void lookAlike_saysHowMuchIsTheSame(String text, int start, int end) {
        assertThat(LookAlike.of(Address.fromHex(text), List.of(KNOWN, KNOWN)))
                .containsExactly(new LookAlike(KNOWN, start, end));
    }
}
