package org.lifeboat.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.ui.Records;

/// Who has chosen a language before, as one who goes on to play money has, is not asked again.
class KnownLanguageWalkTest {
    private final Records records = new Records().ofPlay();
    private final Hands hands = new Hands(inChinese(records));

    private static Records inChinese(Records records) {
        records.storage().settings().put("window.language", "zh");
        return records;
    }

    @AfterEach
    void close() {
        hands.close();
        records.close();
    }

    @Test
    void playMoney_beginsWithItsWarning_inTheLanguageThatWasChosen() {
        hands.see("这里的一切都是演练币，关闭窗口后全部消失，除非您在“演练”里保留。切勿在此输入真钱钱包的助记词。");
        hands.press("返回");
        hands.see("English");

        assertThat(hands.sees("中文")).as("the way back to the languages").isTrue();
    }
}
