package org.lifeboat.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarTest {
    private static final Instant NOW = Instant.parse("2026-11-21T13:05:00Z");
    private static final Instant DATE = Instant.parse("2026-11-24T08:12:09Z");

    @Test
    void anEntry_hasItsTimeInUtc_andItsTextEscaped() {
        String file = Calendar.write(
                List.of(Calendar.Entry.from(
                        "exit-10-3@lifeboat", DATE, "Finish; exit 3, 0.2 ETH", "One\ntwo \\ three")),
                NOW);

        assertThat(file)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .contains("UID:exit-10-3@lifeboat\r\n")
                .contains("DTSTAMP:20261121T130500Z\r\n")
                .contains("DTSTART:20261124T081209Z\r\n")
                .contains("SUMMARY:Finish\\; exit 3\\, 0.2 ETH\r\n")
                .contains("DESCRIPTION:One\\ntwo \\\\ three\r\n")
                .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    @Test
    void whatIsLostOnceItsTimeHasCome_isAnnouncedADayAndTwoHoursAhead() {
        String until = Calendar.write(List.of(Calendar.Entry.until("x", DATE, "t", "")), NOW);
        String from = Calendar.write(List.of(Calendar.Entry.from("x", DATE, "t", "")), NOW);

        assertThat(until)
                .contains("TRIGGER:-PT24H\r\n")
                .contains("TRIGGER:-PT2H\r\n")
                .doesNotContain("PT0S");
        assertThat(from).containsOnlyOnce("BEGIN:VALARM").contains("TRIGGER:PT0S\r\n");
    }

    @Test
    void longLines_areBrokenBetweenCharacters_andReadBackWhole() {
        String text = "撤离到 L1，".repeat(40) + "🛟".repeat(30);
        String file = Calendar.write(List.of(Calendar.Entry.from("x", DATE, text, "")), NOW);

        assertThat(file.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(file.replace("\r\n ", "")).contains("SUMMARY:" + text + "\r\n");
    }

    @Test
    void noLineOfTheText_canBeALineOfTheFile() {
        String file = Calendar.write(List.of(Calendar.Entry.from("x", DATE, "a\r\nEND:VCALENDAR", "")), NOW);

        assertThat(file.split("\r\n")).containsOnlyOnce("END:VCALENDAR");
    }
}
