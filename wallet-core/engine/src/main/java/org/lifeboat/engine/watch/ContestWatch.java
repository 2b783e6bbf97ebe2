package org.lifeboat.engine.watch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lifeboat.engine.dispute.ContestReport;
import org.lifeboat.engine.dispute.ContestStage;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.storage.SettingStore;

/// Remembers how each contest of the user stood when it was looked at last, and tells what became of it since.
public final class ContestWatch {
    private static final String SETTING = "watch.contest.";

    /// What is over is looked at again so often: a game that the bridge does not accept pays back later.
    private static final Duration AGAIN = Duration.ofDays(1);

    private final SettingStore settings;

    public ContestWatch(SettingStore settings) {
        this.settings = settings;
    }

    /// A date that passed before anybody looked again.
    /// @param fell whether it was the last moment for something; else something can be done since
    public record Missed(Disputes.Plan plan, Instant since, boolean fell) {}

    /// How a contest stood at the last look.
    /// @param fallsAt when the user's side loses if nothing is done
    /// @param notBefore when something can be done
    public record Stood(ContestStage stage, Optional<Instant> fallsAt, Optional<Instant> notBefore) {}

    /// Whether what a look shows is worth a word: it calls for the user, is over, or presses more than at the last
    /// look, and was not so then. To be told first and remembered then: better said twice than never.
    /// @param haste as it follows from the look and what is remembered
    public boolean isNews(ContestReport report, Haste haste) {
        Optional<Kept> before = kept(report.plan().id());
        boolean pressing = haste.compareTo(Haste.TODAY) >= 0
                && before.filter(kept -> kept.haste().compareTo(haste) >= 0).isEmpty();
        boolean other = before.filter(kept -> kept.isSame(report)).isEmpty();
        return pressing || (other && worthAWord(report.stage()));
    }

    private static boolean worthAWord(ContestStage stage) {
        return switch (stage.turn()) {
            case USER, OVER -> true;
            case UNKNOWN -> false;
            case OTHERS -> stage == ContestStage.TOO_LATE || stage == ContestStage.NOT_PLAYED;
        };
    }

    /// Keeps what a look has shown. Of one that could not read anything only how much it presses by now.
    public void remember(ContestReport report, Haste haste, Instant now) {
        PlanStore.Id id = report.plan().id();
        boolean blind = report.stage().turn() == ContestStage.Turn.UNKNOWN;
        Optional<Kept> kept =
                blind ? kept(id).map(before -> before.with(haste)) : Optional.of(Kept.of(report, haste, now));
        kept.ifPresent(what -> settings.put(key(id), what.write()));
    }

    /// @return empty where nobody has looked yet
    public Optional<Stood> stood(Disputes.Plan plan) {
        return kept(plan.id()).map(kept -> new Stood(kept.stage(), kept.fallsAt(), kept.notBefore()));
    }

    /// How much a contest presses now, as far as it was known at the last look. Asks nobody.
    public Haste haste(Disputes.Plan plan, Instant now) {
        return kept(plan.id())
                .map(kept -> Haste.of(kept.stage(), kept.fallsAt(), now))
                .orElse(Haste.CALM);
    }

    /// Contests a date of which passed after the last look at them. Until somebody looks again.
    public List<Missed> missed(List<Disputes.Plan> plans, Instant now) {
        return plans.stream()
                .flatMap(plan -> kept(plan.id())
                        .flatMap(kept -> kept.fallsAt()
                                .map(at -> new Missed(plan, at, true))
                                .or(() -> kept.notBefore().map(at -> new Missed(plan, at, false))))
                        .filter(missed -> !missed.since().isAfter(now))
                        .stream())
                .toList();
    }

    /// Whether the last look saw that nothing is to be done any more, and was not long ago.
    boolean rests(Disputes.Plan plan, Instant now) {
        return kept(plan.id())
                .filter(kept -> kept.stage().turn() == ContestStage.Turn.OVER
                        && kept.at().plus(AGAIN).isAfter(now))
                .isPresent();
    }

    private Optional<Kept> kept(PlanStore.Id id) {
        return settings.find(key(id)).flatMap(Kept::read);
    }

    private static String key(PlanStore.Id id) {
        return SETTING + id.value();
    }

    /// The form in which it is kept: stage, the two dates or `-`, how much it pressed, the claims to be answered
    /// joined by commas or `-`, time of the look; times in Unix seconds.
    private record Kept(
            ContestStage stage,
            Optional<Instant> fallsAt,
            Optional<Instant> notBefore,
            Haste haste,
            String against,
            Instant at) {
        static Kept of(ContestReport report, Haste haste, Instant at) {
            return new Kept(report.stage(), report.fallsAt(), report.notBefore(), haste, against(report), at);
        }

        private static String against(ContestReport report) {
            return report.against().isEmpty()
                    ? "-"
                    : report.against().stream().map(String::valueOf).collect(Collectors.joining(","));
        }

        Kept with(Haste now) {
            return new Kept(stage, fallsAt, notBefore, now, against, at);
        }

        /// Whether nothing new is called for.
        boolean isSame(ContestReport report) {
            return stage == report.stage() && against.equals(against(report));
        }

        String write() {
            return String.join(
                    " ",
                    stage.name(),
                    written(fallsAt),
                    written(notBefore),
                    haste.name(),
                    against,
                    Long.toString(at.getEpochSecond()));
        }

        private static String written(Optional<Instant> date) {
            return date.map(at -> Long.toString(at.getEpochSecond())).orElse("-");
        }

        /// @return empty where it is damaged, or of a newer version
        static Optional<Kept> read(String text) {
            String[] parts = text.split(" ", -1);
            if (parts.length != 6) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Kept(
                        ContestStage.valueOf(parts[0]),
                        date(parts[1]),
                        date(parts[2]),
                        Haste.valueOf(parts[3]),
                        parts[4],
                        Instant.ofEpochSecond(Long.parseLong(parts[5]))));
            } catch (IllegalArgumentException | DateTimeException damaged) {
                return Optional.empty();
            }
        }

        private static Optional<Instant> date(String text) {
            return text.equals("-") ? Optional.empty() : Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
        }
    }
}
