package org.lifeboat.ui.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// When something was signed, as a person asks for it: for looking back, and for the tax form.
public enum Period {
    ALWAYS,
    WEEK,
    MONTH,
    THIS_YEAR,
    LAST_YEAR;

    /// The first moment in it; empty: no limit.
    Optional<Instant> from(Instant now, ZoneId zone) {
        return switch (this) {
            case ALWAYS -> Optional.empty();
            case WEEK -> Optional.of(now.minus(Duration.ofDays(7)));
            case MONTH -> Optional.of(now.minus(Duration.ofDays(30)));
            case THIS_YEAR -> Optional.of(newYear(now, zone, 0));
            case LAST_YEAR -> Optional.of(newYear(now, zone, -1));
        };
    }

    /// The first moment after it; empty: no limit.
    Optional<Instant> until(Instant now, ZoneId zone) {
        return switch (this) {
            case ALWAYS, WEEK, MONTH, THIS_YEAR -> Optional.empty();
            case LAST_YEAR -> Optional.of(newYear(now, zone, 0));
        };
    }

    private static Instant newYear(Instant now, ZoneId zone, int years) {
        int year = LocalDate.ofInstant(now, zone).getYear() + years;
        return LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant();
    }
}
