package org.lifeboat.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;

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
    void bar_saysOfEachPartItsNetworkAndHowFarItWasChecked() {
        Stageless.start();
        String said = Toolkit.onScreen(() -> new PartsBar(
                        new Surroundings(
                                Stageless.phrases(Language.ENGLISH),
                                Tasks.immediate(),
                                new SimpleBooleanProperty(),
                                new SimpleBooleanProperty(),
                                new Layer(new StackPane())),
                        TokenAmount.parse("1.25", 18),
                        "ETH",
                        List.of(
                                new PartsBar.Part("Base", AssuranceKind.UNCHECKED, TokenAmount.parse("0.25", 18)),
                                new PartsBar.Part("Ethereum", AssuranceKind.REPLACEABLE, TokenAmount.parse("1", 18))))
                .getAccessibleText());

        assertThat(said).isEqualTo("Base: 0.25 ETH, Unchecked\nEthereum: 1 ETH, On L1, not final yet");
    }

    @Test
    void qr_readsBackAsTheAddress() throws Exception {
        String address = Sheets.ONE.toChecksum();
        BitMatrix modules = QrPicture.modules(address);

        assertThat(new Decoder().decode(modules).getText()).isEqualTo(address);
    }

    @Test
    void address_isWholeInGroups() {
        assertThat(AddressText.grouped(Sheets.ONE))
                .isEqualTo("0x5aAe_b605_3F3E_94C9_b9A0 9f33_6694_35E7_Ef1B_eAed".replace('_', '\u00a0'));
    }

    @Test
    void aVeryLongAmount_isCutInASentenceWithLittleRoom_anyOtherIsExact() {
        assertThat(AmountText.cut(TokenAmount.parse("1234.567890123456789", 18), "ETH"))
                .isEqualTo("1,234.5678… ETH");
        assertThat(AmountText.cut(TokenAmount.parse("0.750001", 18), "ETH")).isEqualTo("0.750001 ETH");
        assertThat(AmountText.cut(TokenAmount.parse("1234567", 18), "play ETH")).isEqualTo("1,234,567 play ETH");
    }

    /// By the rules by which the window breaks lines.
    @ParameterizedTest
    @CsvSource({
        "'until Mon 23 Nov 19:05 CET, then', 'Mon 23 Nov 19:05 CET'",
        "'asked 2026-11-23 19:05:07 CET of it', '2026-11-23 19:05:07 CET'",
        "'提款最早于 11月23日 周一 19:05 CET 付款', '11月23日 周一 19:05 CET'",
        "'Bob，1.5 ETH，OP Mainnet', 'ETH，'",
        "'about 0.25 ETH on it', '0.25 ETH'",
        "'它应答的是链 5，而不是链 1', '链 1'"
    })
    void sentence_doesNotBreakInsideATimeOrAnAmount(String sentence, String whole) {
        String kept = Labels.unbroken(sentence);
        assertThat(Labels.plain(kept)).isEqualTo(sentence);

        BreakIterator lines = BreakIterator.getLineInstance();
        lines.setText(kept);
        List<String> pieces = new ArrayList<>();
        for (int from = lines.first(), to = lines.next(); to != BreakIterator.DONE; from = to, to = lines.next()) {
            pieces.add(Labels.plain(kept.substring(from, to)));
        }
        assertThat(pieces).anyMatch(piece -> piece.contains(whole));
    }

    @Test
    void theNameOfALayer_isNoFigureWithAUnit() {
        assertThat(Labels.unbroken("It is on L1 and not on L2 yet")).doesNotContain("\u00a0");
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
