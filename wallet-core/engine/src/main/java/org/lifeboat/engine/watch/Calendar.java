package org.lifeboat.engine.watch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// A calendar file with an entry for each date. Pure.
/// Source: RFC 5545, sections 3.1 (content lines), 3.3.11 (text), 3.6.1 (event), 3.6.6 (alarm).
public final class Calendar {
    /// In UTC: RFC 5545, section 3.3.5, form 2.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /// Octets of a line before its break. RFC 5545, section 3.1.
    private static final int LINE = 75;

    private Calendar() {}

    /// Before what is lost once its time has come: a day, in which a block can be found in peace, and again two hours.
    private static final List<Duration> AHEAD = List.of(Duration.ofDays(1), Duration.ofHours(2));

    /// @param uid the same in every file for the same thing, so that a calendar moves the entry instead of adding one
    /// @param ahead how long before its time it is announced; at least one
    public record Entry(String uid, Instant at, String title, String text, List<Duration> ahead) {
        public Entry {
            ahead = List.copyOf(ahead);
        }

        /// From when something can be done.
        public static Entry from(String uid, Instant at, String title, String text) {
            return new Entry(uid, at, title, text, List.of(Duration.ZERO));
        }

        /// Until when something must be done.
        public static Entry until(String uid, Instant at, String title, String text) {
            return new Entry(uid, at, title, text, AHEAD);
        }
    }

    /// @param now when the file is written
    public static String write(List<Entry> entries, Instant now) {
        StringBuilder file = new StringBuilder();
        line(file, "BEGIN:VCALENDAR");
        line(file, "VERSION:2.0");
        line(file, "PRODID:-//Lifeboat//Lifeboat//EN");
        for (Entry entry : entries) {
            line(file, "BEGIN:VEVENT");
            line(file, "UID:" + escaped(entry.uid()));
            line(file, "DTSTAMP:" + TIME.format(now));
            line(file, "DTSTART:" + TIME.format(entry.at()));
            line(file, "SUMMARY:" + escaped(entry.title()));
            line(file, "DESCRIPTION:" + escaped(entry.text()));
            for (Duration ahead : entry.ahead()) {
                line(file, "BEGIN:VALARM");
                line(file, "ACTION:DISPLAY");
                line(file, "TRIGGER:" + (ahead.isZero() ? "" : "-") + ahead); // RFC 5545, section 3.3.6
                line(file, "DESCRIPTION:" + escaped(entry.title()));
                line(file, "END:VALARM");
            }
            line(file, "END:VEVENT");
        }
        line(file, "END:VCALENDAR");
        return file.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /// Broken before a character that would not fit; what follows begins with a blank.
    private static void line(StringBuilder file, String content) {
        int octets = 0;
        for (int at = 0; at < content.length(); ) {
            String character = Character.toString(content.codePointAt(at));
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE) {
                file.append("\r\n ");
                octets = 1;
            }
            file.append(character);
            octets += size;
            at += character.length();
        }
        file.append("\r\n");
    }
}
