package org.lifeboat.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.ui.balances.Sheets;

class PartsTest {
    @ParameterizedTest
    @CsvSource({
        "1, 18, 1.0000, false",
        "0.00001, 18, 0.0000, true",
        "12.34567, 18, '12.3456', true",
        "1048576.123456, 6, '1,048,576.1234', true",
        "999.9999, 4, 999.9999, false",
        "7, 0, 7.0, false"
    })
    void amount_isRoundedDownAndSaysSo(String amount, int decimals, String shown, boolean rounded) {
        TokenAmount value = TokenAmount.parse(amount, decimals);
        assertThat(AmountText.rounded(value)).isEqualTo(shown);
        assertThat(AmountText.isRounded(value)).isEqualTo(rounded);
    }

    @Test
    void qr_readsBackAsTheAddress() throws Exception {
        String address = Sheets.ONE.toChecksum();
        BitMatrix modules = QrPicture.modules(address);

        assertThat(new Decoder().decode(modules).getText()).isEqualTo(address);
    }

    @Test
    void address_isWholeInGroups() {
        assertThat(AddressText.grouped(Sheets.ONE)).isEqualTo("0x5aAe b605 3F3E 94C9 b9A0 9f33 6694 35E7 Ef1B eAed");
    }

    @Test
    void kind_isNeverBetterThanTheLevel() {
        assertThat(AssuranceKind.of(Assurance.CLAIMED)).isEqualTo(AssuranceKind.UNCHECKED);
        assertThat(AssuranceKind.of(Assurance.MATCHED)).isEqualTo(AssuranceKind.UNCHECKED_HEADER);
        assertThat(AssuranceKind.of(new Assurance(Assurance.Level.SIGNED, Set.of())))
                .isEqualTo(AssuranceKind.PROMISED);
        assertThat(AssuranceKind.LEGEND)
                .contains(AssuranceKind.FINAL, AssuranceKind.CONTESTABLE)
                .doesNotContain(AssuranceKind.PROMISED);
    }
}
