package org.lifeboat.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lifeboat.resources.Language;
import org.lifeboat.resources.Seams;
import org.lifeboat.resources.Words;

class SeamsTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'可以从 ', 您, ' 取走', 可以从您取走",
                "'可以从 ', Ann, ' 取走', 可以从 Ann 取走",
                "'可以从 ', 'A 您', ' 取走', 可以从 A 您取走",
                "'可以从 ', '您 A', ' 取走', 可以从您 A 取走",
                "'可以从 ', '张 三', ' 取走', 可以从张 三取走",
                "'可以从 ', “Ann”, ' 取走', 可以从“Ann”取走",
                "'可以从 ', （未知）, ' 取走', 可以从（未知）取走",
                "'在 ', '11月24日', ' 前', 在 11月24日前",
                "'在 ', 12, ' 前', 在 12 前",
                "'在 ', 1.23…, ' 前', 在 1.23… 前",
                "'', 您, ' 取走', 您取走",
                "'', 𠮷, ' 取走', 𠮷取走",
                "'可以从 ', '', '取走', 可以从取走",
            })
    void aBlankStaysOnlyWhereHanMeetsSomethingElse(String before, String filled, String after, String whole) {
        assertThat(joined(Language.CHINESE, before, filled, after)).isEqualTo(whole);
    }

    @Test
    void aBlankBetweenTwoGaps_isLookedAtToo() {
        assertThat(joined(Language.CHINESE, "", "您", " ", "今天", "")).isEqualTo("您今天");
        assertThat(joined(Language.CHINESE, "", "您", " ", "Ann", "")).isEqualTo("您 Ann");
    }

    @Test
    void inEnglish_everyBlankStays() {
        assertThat(joined(Language.ENGLISH, "from ", "张三", " ", "李四", " on")).isEqualTo("from 张三 李四 on");
    }

    @Test
    void replace_findsEveryPlace() {
        assertThat(Seams.of(Language.CHINESE).replace("play ETH 到 1 play ETH 的 2 play ETH", "play ETH", "演练币"))
                .isEqualTo("演练币到 1 演练币的 2 演练币");
        assertThat(Seams.of(Language.CHINESE).replace("用 ETH 付", "play ETH", "演练币"))
                .isEqualTo("用 ETH 付");
        assertThat(Seams.of(Language.ENGLISH).replace("1 play ETH to 2", "play ETH", "演练币"))
                .isEqualTo("1 演练币 to 2");
    }

    static List<String> bundles() throws Exception {
        return BundlesTest.bundles();
    }

    /// Filled with words, no sentence of the program has a blank between Han and what was filled in.
    @ParameterizedTest
    @MethodSource("bundles")
    void sentences_filledWithWords_haveNoBlankBesideThem(String bundle) {
        Words words = Words.of(Language.CHINESE, bundle);
        Object[] filled = new Object[10];
        Arrays.fill(filled, "某某");
        for (String key : words.keys()) {
            assertThat(words.say(key, filled))
                    .as(key)
                    .doesNotContainPattern("[\\u4e00-\\u9fff] 某某|某某 [\\u4e00-\\u9fff]");
        }
    }

    private static String joined(Language language, String... pieces) {
        StringBuilder sentence = new StringBuilder();
        for (String piece : pieces) {
            Seams.of(language).append(sentence, piece);
        }
        return sentence.toString();
    }
}
