package org.lifeboat.ui.phrases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.engine.network.OwnCoins;
import org.lifeboat.resources.Language;
import org.lifeboat.resources.Words;

class PhrasesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:12:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "59, 59 s",
        "60, 1 min",
        "3599, 59 min",
        "3600, 1 h",
        "3660, 1 h 1 min",
        "86399, 23 h 59 min",
        "86400, 1 d",
        "183600, 2 d 3 h",
        "-5, 0 s"
    })
    void span_isRoundedDownToItsLargestUnits(long seconds, String expected) {
        assertThat(phrases(Language.ENGLISH).span(Duration.ofSeconds(seconds))).isEqualTo(expected);
    }

    @Test
    void ago_isNeverNoSecondsAgo_norInTheFuture() {
        assertThat(phrases(Language.ENGLISH).ago(NOW.minusSeconds(2))).isEqualTo("2 s ago");
        assertThat(phrases(Language.ENGLISH).ago(NOW)).isEqualTo("just now");
        assertThat(phrases(Language.CHINESE).ago(NOW.plusSeconds(5))).isEqualTo("刚刚");
    }

    @Test
    void moment_namesItsZoneInBothLanguages() {
        assertThat(phrases(Language.ENGLISH).moment(NOW)).isEqualTo("Tue 24 Nov 09:12 CET");
        assertThat(phrases(Language.CHINESE).moment(NOW)).contains("11月24日", "09:12");
    }

    @Test
    void played_isNamedInTheUsersLanguage_andRealMoneyIsLeftAlone() {
        assertThat(phrases(Language.CHINESE).played("发送 0.25 play ETH。")).isEqualTo("发送 0.25 演练币。");
        assertThat(phrases(Language.CHINESE).played("把 0.25 play ETH 发送到 L1。")).isEqualTo("把 0.25 演练币发送到 L1。");
        assertThat(phrases(Language.CHINESE).played("发送 0.25 ETH。")).isEqualTo("发送 0.25 ETH。");
        assertThat(phrases(Language.ENGLISH).played("Sends 0.25 play ETH.")).isEqualTo("Sends 0.25 play ETH.");
    }

    @Test
    void aCoinThatNobodyNamed_hasAWordInEachLanguage() {
        assertThat(phrases(Language.CHINESE).symbol(OwnCoins.UNNAMED)).isEqualTo("自有币");
        assertThat(phrases(Language.CHINESE).played("发送 0.25 " + OwnCoins.UNNAMED + "。"))
                .isEqualTo("发送 0.25 自有币。");
        assertThat(phrases(Language.ENGLISH).symbol(OwnCoins.UNNAMED)).isEqualTo("own coin");
        assertThat(Words.of(Language.CHINESE, "cli").say("cli.verbatim", OwnCoins.UNNAMED))
                .as("on the command line")
                .isEqualTo("自有币");
    }

    @Test
    void count_knowsOneFromMany() {
        assertThat(phrases(Language.ENGLISH).count("balances.zeros", 1)).isEqualTo("Show 1 zero position");
        assertThat(phrases(Language.ENGLISH).count("balances.zeros", 2)).isEqualTo("Show 2 zero positions");
    }

    private static Phrases phrases(Language language) {
        return new Phrases(language, ZoneId.of("Europe/Berlin"), Clock.fixed(NOW, ZoneId.of("UTC")));
    }
}
