package org.lifeboat.primitives.rlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import org.lifeboat.primitives.Bytes;

class RlpLawsTest {
    private static final String MAX = "115792089237316195423570985008687907853269984665640564039457584007913129639935";

    @Property
    void item_encodedAndDecoded_isTheSame(@ForAll("items") RlpItem item) throws RlpException {
        assertThat(RlpItem.decode(item.encoded())).isEqualTo(item);
    }

    @Property
    void integer_encodedAndDecoded_isTheSame(@ForAll @BigRange(min = "0", max = MAX) BigInteger number)
            throws RlpException {
        assertThat(RlpReader.of(new RlpWriter().integer(number).toBytes()).integer(32))
                .isEqualTo(number);
    }

    /// What decodes, encodes to the very same bytes: there is no second encoding.
    @Property(tries = 5_000)
    void garbage_isRefusedOrTheOneEncodingOfItsValue(@ForAll byte[] garbage) {
        check(Bytes.of(garbage));
    }

    @Property(tries = 3_000)
    void changedEncoding_isRefusedOrTheOneEncodingOfAnotherValue(
            @ForAll("items") RlpItem item, @ForAll int place, @ForAll byte change) {
        byte[] encoded = item.encoded().toArray();
        encoded[Math.floorMod(place, encoded.length)] ^= change;
        check(Bytes.of(encoded));
    }

    private static void check(Bytes encoded) {
        try {
            assertThat(RlpItem.decode(encoded).encoded()).isEqualTo(encoded);
        } catch (RlpException e) {
            assertThat(e.reason()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<RlpItem> items() {
        Arbitrary<RlpItem> text =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(70).map(bytes -> new RlpItem.Text(Bytes.of(bytes)));
        return Arbitraries.recursive(
                () -> text,
                inner -> Arbitraries.oneOf(
                        List.of(text, inner.list().ofMaxSize(4).map(RlpItem.Members::new))),
                0,
                3);
    }
}
