package org.lifeboat.primitives.rlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.primitives.Bytes;

class RlpTest {
    // Yellow Paper, appendix B: one value, one encoding, and all of it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x", // nothing
                "0x8100", // a single byte with a header
                "0x817f",
                "0xb800", // long form for a short length
                "0xb837" + "00",
                "0xb90000", // length with a leading zero
                "0xb9000001",
                "0xb8", // length cut off
                "0xb9ff",
                "0x82ff", // payload cut off
                "0xc1", // list cut off
                "0xc28100", // bad member
                "0xc281", // member beyond its list
                "0x8080", // left over
                "0xc000",
                "0xbfffffffffffffffff", // longer than any array
                "0xff7fffffffffffffff",
                "0xf800",
                "0xf80180"
            })
    void decode_ofWhatIsNotCanonical_isTheTypedError(String hex) {
        assertThatThrownBy(() -> RlpItem.decode(Bytes.fromHex(hex))).isInstanceOf(RlpException.class);
    }

    @Test
    void lengths_aroundTheShortForm_areCanonical() throws RlpException {
        for (int length : new int[] {0, 1, 2, 54, 55, 56, 57, 255, 256, 257, 65_535, 65_536}) {
            Bytes text = Bytes.of(new byte[length]);
            RlpItem item = new RlpItem.Members(List.of(new RlpItem.Text(text)));
            assertThat(RlpItem.decode(item.encoded())).isEqualTo(item);
        }
    }

    @Test
    void integer_isStrict() throws RlpException {
        assertThat(integer("0x80")).isEqualTo(BigInteger.ZERO);
        assertThat(integer("0x01")).isEqualTo(BigInteger.ONE);
        assertThat(integer("0x820100")).isEqualTo(BigInteger.valueOf(256));
        assertThatThrownBy(() -> integer("0x00")).isInstanceOf(RlpException.class);
        assertThatThrownBy(() -> integer("0x820001")).isInstanceOf(RlpException.class);
        assertThatThrownBy(() -> integer("0x83010000")).isInstanceOf(RlpException.class);
        assertThatThrownBy(() -> integer("0xc0")).isInstanceOf(RlpException.class);
    }

    @Test
    void longInteger_endsBelow2To63() throws RlpException {
        assertThat(RlpReader.of(Bytes.fromHex("0x887fffffffffffffff")).longInteger())
                .isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() ->
                        RlpReader.of(Bytes.fromHex("0x888000000000000000")).longInteger())
                .isInstanceOf(RlpException.class);
        assertThatThrownBy(() ->
                        RlpReader.of(Bytes.fromHex("0x89010000000000000000")).longInteger())
                .isInstanceOf(RlpException.class);
    }

    @Test
    void decode_ofDeepNesting_isRefusedBeforeTheStackIs() throws RlpException {
        assertThat(RlpItem.decode(nested(RlpItem.MAX_DEPTH))).isNotNull();
        assertThatThrownBy(() -> RlpItem.decode(nested(RlpItem.MAX_DEPTH + 1)))
                .isInstanceOf(RlpException.class)
                .hasMessageContaining("nested");
    }

    @Test
    void reader_ofAPart_doesNotSeeBeyondIt() {
        byte[] data = Bytes.fromHex("0x0082aabb").toArray();
        assertThatThrownBy(() -> RlpReader.of(data, 1, 3).bytes()).isInstanceOf(RlpException.class);
        assertThatThrownBy(() -> RlpReader.of(data, 1, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static BigInteger integer(String hex) throws RlpException {
        RlpReader reader = RlpReader.of(Bytes.fromHex(hex));
        BigInteger value = reader.integer(2);
        reader.end();
        return value;
    }

    private static Bytes nested(int depth) {
        Bytes item = new RlpWriter().list(_ -> {}).toBytes();
        for (int i = 1; i < depth; i++) {
            Bytes inner = item;
            item = new RlpWriter().list(w -> w.raw(inner)).toBytes();
        }
        return item;
    }
}
