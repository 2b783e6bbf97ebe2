package org.lifeboat.ui.phrases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lifeboat.engine.network.OwnCoins;
import org.lifeboat.resources.Language;
import org.lifeboat.resources.Seams;
import org.lifeboat.resources.Words;

/// Everything that is said on a screen, in one language and one time zone. A change of language makes a new
/// one, and the window is drawn anew from its view models.
public final class Phrases {
    /// The bundles of the window, in the order in which they are read.
    private static final String[] BUNDLES = {
        "ui",
        "money",
        "network",
        "balances",
        "send",
        "capability",
        "sync",
        "exits",
        "chaincheck",
        "dispute",
        "drill",
        "drills",
        "lesson",
        "found"
    };

    /// The coin of every sandbox.
    private static final String PLAY = "play ETH";

    private final Words words;
    private final Seams seams;
    private final ZoneId zone;
    private final Clock clock;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter stamp;
    private final DateTimeFormatter hour;
    private final DateTimeFormatter day;

    /// @param clock for saying how old something is; never for a decision
    public Phrases(Language language, ZoneId zone, Clock clock) {
        this.words = Words.of(language, BUNDLES);
        this.seams = Seams.of(language);
        this.zone = zone;
        this.clock = clock;
        Locale locale = language == Language.CHINESE ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        String pattern = language == Language.CHINESE ? "M月d日 EEE HH:mm zzz" : "EEE d MMM HH:mm zzz";
        moment = DateTimeFormatter.ofPattern(pattern, locale).withZone(zone);
        day = DateTimeFormatter.ofPattern(language == Language.CHINESE ? "M月d日" : "d MMM", locale)
                .withZone(zone);
        hour = DateTimeFormatter.ofPattern("HH:mm zzz", locale).withZone(zone);
        stamp = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss zzz", locale).withZone(zone);
    }

    public Language language() {
        return words.language();
    }

    public ZoneId zone() {
        return zone;
    }

    /// The sentence under `key` with its arguments. Play money in them has its name in the user's language.
    public String say(String key, Object... arguments) {
        return words.say(key, Arrays.stream(arguments).map(this::named).toArray());
    }

    private Object named(Object argument) {
        return argument instanceof String text ? played(text) : argument;
    }

    /// What was said elsewhere, with the user's name of play money in it, and of a coin without a name.
    public String played(String said) {
        return seams.replace(seams.replace(said, PLAY, symbol(PLAY)), OwnCoins.UNNAMED, symbol(OwnCoins.UNNAMED));
    }

    /// A symbol as the user reads it: that of play money has a word of its own, and so has a coin that nobody named.
    /// Any other is what it is.
    public String symbol(String symbol) {
        return symbol.equals(PLAY)
                ? words.say("play.symbol")
                : symbol.equals(OwnCoins.UNNAMED) ? words.say("money.ownCoin") : symbol;
    }

    /// The sentence under `key` for a number of things: `key.one` for exactly one, `key.many` otherwise. The
    /// number is the first argument.
    public String count(String key, long number, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = number;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return words.say(key + (number == 1 ? ".one" : ".many"), arguments);
    }

    /// Whole sentences one after the other, as the language sets them: with a blank between them in English, without
    /// one in Chinese. Empty ones are left out.
    public String together(List<String> sentences) {
        return sentences.stream()
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(language() == Language.CHINESE ? "" : " "));
    }

    /// The words for a constant of an enumeration: key `choice.TypeName.CONSTANT`.
    public String choice(Enum<?> constant) {
        return words.say("choice." + constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /// A point in time as a person says it, with its zone: `Tue 24 Nov 09:12 CET`.
    public String moment(Instant instant) {
        return moment.format(instant);
    }

    /// A day and its month, for what is known no nearer: `2 Dec`.
    public String day(Instant instant) {
        return day.format(instant);
    }

    /// The time of day, where the day is plain: `14:05 CET`.
    public String clock(Instant instant) {
        return hour.format(instant);
    }

    /// A point in time for records: `2026-11-24 09:12:31 CET`.
    public String stamp(Instant instant) {
        return stamp.format(instant);
    }

    /// How long ago `instant` was: `13 min ago`, `just now`; a moment in the future counts as now.
    public String ago(Instant instant) {
        Duration length = Duration.between(instant, clock.instant());
        return length.toSeconds() < 1 ? words.say("time.now") : words.say("time.ago", span(length));
    }

    /// A length of time in its largest fitting unit, rounded down: `2 s`, `13 min`, `2 d 3 h`.
    public String span(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        if (seconds < 60) {
            return words.say("time.seconds", seconds);
        }
        if (seconds < 3600) {
            return words.say("time.minutes", seconds / 60);
        }
        if (seconds < 86_400) {
            long minutes = seconds % 3600 / 60;
            return minutes == 0
                    ? words.say("time.hours", seconds / 3600)
                    : words.say("time.hoursMinutes", seconds / 3600, minutes);
        }
        long hours = seconds % 86_400 / 3600;
        return hours == 0
                ? words.say("time.days", seconds / 86_400)
                : words.say("time.daysHours", seconds / 86_400, hours);
    }

    /// A whole number in groups of three: `21,004,113`.
    public String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    public Instant now() {
        return clock.instant();
    }
}
