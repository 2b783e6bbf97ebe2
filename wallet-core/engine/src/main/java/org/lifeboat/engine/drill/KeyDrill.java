package org.lifeboat.engine.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import org.lifeboat.engine.storage.SettingStore;

/// When it is time to prove that the words of a profile are still where they were put. Kept among its settings;
/// what was typed is nowhere in it.
/// @param since when it is counted; no profile is reminded on its first day
/// @param proven when it was done last
/// @param later when the reminder was put off last
public record KeyDrill(Instant since, Optional<Instant> proven, Optional<Instant> later) {
    public static final Duration EVERY = Duration.ofDays(90);

    /// So long a reminder that was put off is quiet.
    public static final Duration PUT_OFF = Duration.ofDays(7);

    private static final String SINCE = "keydrill.since";
    private static final String PROVEN = "keydrill.proven";
    private static final String LATER = "keydrill.later";

    /// Begins to count at the first call. A date that cannot be read, or that lies ahead, is as if it were not there.
    public static KeyDrill of(SettingStore settings, Instant now) {
        Optional<Instant> since = date(settings, SINCE, now);
        if (since.isEmpty()) {
            settings.put(SINCE, now.toString());
        }
        return new KeyDrill(since.orElse(now), date(settings, PROVEN, now), date(settings, LATER, now));
    }

    private static Optional<Instant> date(SettingStore settings, String name, Instant now) {
        return settings.find(name).flatMap(text -> {
            try {
                return Optional.of(Instant.parse(text)).filter(date -> !date.isAfter(now));
            } catch (DateTimeParseException damaged) {
                return Optional.empty();
            }
        });
    }

    /// It was done just now.
    public static void keepProven(SettingStore settings, Instant now) {
        settings.put(PROVEN, now.toString());
    }

    /// The user wants to be reminded later.
    public static void putOff(SettingStore settings, Instant now) {
        settings.put(LATER, now.toString());
    }

    /// When it should be done next.
    public Instant next() {
        Instant counted = Stream.concat(Stream.of(since), proven.stream())
                .max(Instant::compareTo)
                .orElse(since)
                .plus(EVERY);
        return later.map(date -> date.plus(PUT_OFF))
                .filter(date -> date.isAfter(counted))
                .orElse(counted);
    }

    public boolean isDue(Instant now) {
        return !now.isBefore(next());
    }
}
