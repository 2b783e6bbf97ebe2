package org.lifeboat.primitives;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ValuesLawsTest {
    private static final String MAX = "115792089237316195423570985008687907853269984665640564039457584007913129639935";

    @Property
    void hex_decodedAndEncoded_isTheSame(@ForAll byte[] bytes) {
        assertThat(Hex.decode(Hex.encode(bytes))).isEqualTo(bytes);
        assertThat(Bytes.fromHex(Bytes.of(bytes).toHex())).isEqualTo(Bytes.of(bytes));
    }

    @Property
    void address_throughItsChecksum_isTheSame(@ForAll @Size(20) byte[] bytes) {
        Address address = Address.of(bytes);
        assertThat(Address.fromUser(address.toChecksum())).isEqualTo(address);
    }

    @Property
    void tokenAmount_throughItsText_isTheSame(
            @ForAll @BigRange(min = "0", max = MAX) BigInteger units, @ForAll @IntRange(max = 255) int decimals) {
        TokenAmount amount = new TokenAmount(units, decimals);
        assertThat(TokenAmount.parse(amount.toExactString(), decimals)).isEqualTo(amount);
    }

    @Property
    void word_throughItsNumber_isTheSame(@ForAll @BigRange(min = "0", max = MAX) BigInteger number) {
        assertThat(Hash32.ofNumber(number).toNumber()).isEqualTo(number);
    }
}
