package org.lifeboat.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    private static final BigInteger MAX_WORD = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

    @Test
    void wei_holdsTheEvmWordAndNoMore() {
        assertThat(new Wei(MAX_WORD).value()).isEqualTo(MAX_WORD);
        assertThat(new Wei(MAX_WORD)).isGreaterThan(Wei.ZERO);
        assertThatIllegalArgumentException().isThrownBy(() -> new Wei(MAX_WORD.add(BigInteger.ONE)));
        assertThatIllegalArgumentException().isThrownBy(() -> Wei.of(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Wei(MAX_WORD).plus(Wei.of(1)));
    }

    @Test
    void wei_minusMore_isEmpty() {
        assertThat(Wei.of(5).minus(Wei.of(4))).contains(Wei.of(1));
        assertThat(Wei.of(5).minus(Wei.of(5))).contains(Wei.ZERO);
        assertThat(Wei.of(5).minus(Wei.of(6))).isEmpty();
        assertThat(Wei.of(5).times(3)).isEqualTo(Wei.of(15));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 18, 0",
        "1.5, 18, 1500000000000000000",
        "0.000000000000000001, 18, 1",
        "007, 0, 7",
        "1.10, 1, 11",
        "12, 6, 12000000"
    })
    void tokenAmount_readsWhatAPersonTypes(String text, int decimals, BigInteger units) {
        assertThat(TokenAmount.parse(text, decimals)).isEqualTo(new TokenAmount(units, decimals));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1.", ".5", "-1", "+1", "1e3", "1,5", "1 0", "0x1", "1.23", "\u0661"})
    void tokenAmount_refusesWhatIsNoAmountOfOneDecimal(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TokenAmount.parse(text, 1));
    }

    @Test
    void tokenAmount_roundsDown() {
        TokenAmount amount = new TokenAmount(new BigInteger("1999999"), 6);
        assertThat(amount.toRoundedString(2)).isEqualTo("1.99");
        assertThat(amount.toExactString()).isEqualTo("1.999999");
        assertThat(new TokenAmount(BigInteger.ZERO, 18).toExactString()).isEqualTo("0");
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenAmount(BigInteger.ONE, 256));
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenAmount(BigInteger.ONE, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenAmount(MAX_WORD.add(BigInteger.ONE), 0));
    }

    // EIP-55, "Test Cases".
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x52908400098527886E0F7030069857D2E4169EE7",
                "0x8617E340B3D01FA5F11F306F4090FD50E238070D",
                "0xde709f2102306220921060314715629080e2fb77",
                "0x27b1fdb04752bbc536007a920d24acb045561c26",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
                "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
                "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"
            })
    void address_carriesTheChecksumOfEip55(String text) {
        assertThat(Address.fromUser(text).toString()).isEqualTo(text);
        assertThat(Address.fromHex(text.toLowerCase(java.util.Locale.ROOT))).isEqualTo(Address.fromUser(text));
    }

    @Test
    void address_withAWrongChecksum_isATypingErrorForAPersonOnly() {
        String wrong = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD";
        assertThatIllegalArgumentException().isThrownBy(() -> Address.fromUser(wrong));
        assertThat(Address.fromHex(wrong).toChecksum()).isEqualTo("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0x", "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0x00", "0xzz", "0X00", "0x0"})
    void address_ofAnotherLengthOrKind_isRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Address.fromHex(text));
    }

    @Test
    void address_goesThroughAWord() {
        Address address = Address.fromHex("0x27b1fdb04752bbc536007a920d24acb045561c26");
        assertThat(address.toWord().toHex())
                .isEqualTo("0x00000000000000000000000027b1fdb04752bbc536007a920d24acb045561c26");
        assertThat(address.toWord().toAddress()).isEqualTo(address);
    }

    @Test
    void hash_ofANumber_coversTheWord() {
        assertThat(Hash32.ofNumber(MAX_WORD).toHex()).isEqualTo("0x" + "ff".repeat(32));
        assertThat(Hash32.ofNumber(0)).isEqualTo(Hash32.ZERO);
        assertThat(Hash32.ofNumber(MAX_WORD).toNumber()).isEqualTo(MAX_WORD);
        assertThatIllegalArgumentException().isThrownBy(() -> Hash32.ofNumber(MAX_WORD.add(BigInteger.ONE)));
        assertThatIllegalArgumentException().isThrownBy(() -> Hash32.ofNumber(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Hash32.of(new byte[31]));
    }

    @Test
    void values_doNotShareTheirArrays() {
        byte[] array = new byte[32];
        Hash32 hash = Hash32.of(array);
        Bytes bytes = Bytes.of(array);
        array[0] = 1;
        hash.toArray()[0] = 1;
        bytes.toArray()[0] = 1;
        assertThat(hash).isEqualTo(Hash32.ZERO);
        assertThat(bytes).isEqualTo(Bytes.of(new byte[32]));
    }

    @Test
    void bytes_sliceAndPlus_holdTheirBounds() {
        Bytes bytes = Bytes.fromHex("0x010203");
        assertThat(bytes.slice(1, 2).plus(bytes.slice(2, 3)).toHex()).isEqualTo("0x0203");
        assertThat(bytes.slice(1, 1)).isEqualTo(Bytes.EMPTY);
        assertThat(Bytes.copyOf(new byte[] {1, 2, 3}, 1, 3).toHex()).isEqualTo("0x0203");
        assertThatThrownBy(() -> bytes.slice(2, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bytes.slice(2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(Bytes.of(new byte[33]).toString()).hasSizeLessThan(100).endsWith("(33 bytes)");
    }

    @Test
    void hex_doesNotRepeatABadText() {
        assertThatThrownBy(() -> Hex.decode("0xsecret")).message().doesNotContain("secret");
        assertThatThrownBy(() -> Hex.decode("secret")).message().doesNotContain("secret");
    }

    @Test
    void numbers_refuseWhatIsNegative() {
        List<org.assertj.core.api.ThrowableAssert.ThrowingCallable> wrong = List.of(
                () -> new Gas(-1),
                () -> new Nonce(-1),
                () -> new L1Block(-1),
                () -> new L2Block(-1),
                () -> new ChainId(0),
                () -> new BlockRef(-1, Hash32.ZERO, 0));
        wrong.forEach(call -> assertThatIllegalArgumentException().isThrownBy(call));
        assertThatThrownBy(() -> new Gas(Long.MAX_VALUE).plus(1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Nonce(Long.MAX_VALUE).plus(1)).isInstanceOf(ArithmeticException.class);
        assertThat(new L1Time(1).plus(Duration.ofSeconds(2))).isEqualTo(new L1Time(3));
    }

    @Test
    void answer_carriesEachOutcomeThrough() {
        Answer<Integer> proven = new Answer.Proven<>(1);
        Answer<Integer> refuted = new Answer.Refuted<>("no");
        Answer<Integer> unknown = new Answer.Unknown<>(Answer.Cause.MISSING, "gone");

        assertThat(proven.map(i -> i + 1)).isEqualTo(new Answer.Proven<>(2));
        assertThat(proven.then(_ -> refuted)).isEqualTo(refuted);
        assertThat(refuted.map(i -> i + 1)).isEqualTo(refuted);
        assertThat(unknown.then(_ -> proven)).isEqualTo(unknown);
    }
}
