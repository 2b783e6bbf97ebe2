package org.lifeboat.engine.watch;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.storage.SettingStore;

/// Remembers how each exit stood when it was looked at last, and tells what became of it since.
public final class ExitWatch {
    private static final String SETTING = "watch.exit.";

    private final SettingStore settings;

    public ExitWatch(SettingStore settings) {
        this.settings = settings;
    }

    /// An exit whose waiting time was over, or whose root could fall, before anybody looked again.
    /// @param since when that was, as it was known at the last look
    /// @param fell whether it was the root's time that was over
    public record Missed(Exits.Plan plan, Instant since, boolean fell) {}

    /// Whether what a look shows is worth a word: it calls for the user, is over, or got worse, and was not so at the
    /// last look. To be told first and remembered then: better said twice than never.
    public boolean isNews(ExitReport report) {
        if (!worthAWord(report.stage())) {
            return false;
        }
        return kept(report.plan().id())
                .filter(before -> before.stage() == report.stage())
                .isEmpty();
    }

    private static boolean worthAWord(ExitStage stage) {
        return switch (stage.turn()) {
            case USER, OVER -> true;
            case UNKNOWN -> false;
            case OTHERS ->
                stage == ExitStage.PAUSED
                        || stage == ExitStage.ROOTS_NOT_READ
                        || stage == ExitStage.WAITING_CONTESTED
                        || stage == ExitStage.ROOT_IN_DOUBT
                        || stage == ExitStage.ROOT_IN_DOUBT_ALONE
                        || stage == ExitStage.LOST_PROOF
                        || stage == ExitStage.ROOT_DELETED;
        };
    }

    /// Keeps what a look has shown. One that could not read a layer says nothing, and what was known stays.
    public void remember(ExitReport report, Instant now) {
        if (report.stage().turn() == ExitStage.Turn.UNKNOWN) {
            return;
        }
        settings.put(
                key(report.plan().id()),
                new Kept(report.stage(), report.notBefore().or(report::fallsAt), now).write());
    }

    /// Exits whose date passed after the last look at them. Until somebody looks again.
    public List<Missed> missed(List<Exits.Plan> plans, Instant now) {
        return plans.stream()
                .flatMap(plan -> kept(plan.id())
                        .flatMap(kept -> kept.date().map(date -> new Missed(plan, date, kept.isDoubtful())))
                        .filter(missed -> !missed.since().isAfter(now))
                        .stream())
                .toList();
    }

    /// Whether the last look saw that nothing is to be done any more.
    boolean isOver(Exits.Plan plan) {
        return kept(plan.id())
                .filter(kept -> kept.stage().turn() == ExitStage.Turn.OVER)
                .isPresent();
    }

    /// How an exit stood at the last look.
    /// @param notBefore when its waiting time is over, where it waits
    public record Stood(ExitStage stage, Optional<Instant> notBefore) {}

    /// @return empty where nobody has looked yet
    public Optional<Stood> stood(Exits.Plan plan) {
        return kept(plan.id()).map(kept -> new Stood(kept.stage(), kept.notBefore()));
    }

    /// When its waiting time is over, as it was known at the last look.
    public Optional<Instant> date(Exits.Plan plan) {
        return kept(plan.id()).flatMap(Kept::notBefore);
    }

    /// When what it was proven against falls, as it was known at the last look.
    public Optional<Instant> fallsAt(Exits.Plan plan) {
        return kept(plan.id()).filter(Kept::isDoubtful).flatMap(Kept::date);
    }

    private Optional<Kept> kept(PlanStore.Id id) {
        return settings.find(key(id)).flatMap(Kept::read);
    }

    private static String key(PlanStore.Id id) {
        return SETTING + id.value();
    }

    /// The form in which it is kept: stage, date or `-`, time of the look; both in Unix seconds.
    private record Kept(ExitStage stage, Optional<Instant> date, Instant at) {
        boolean isDoubtful() {
            return stage == ExitStage.ROOT_IN_DOUBT || stage == ExitStage.ROOT_IN_DOUBT_ALONE;
        }

        Optional<Instant> notBefore() {
            return date.filter(_ -> !isDoubtful());
        }

        String write() {
            return stage.name() + " "
                    + date.map(known -> Long.toString(known.getEpochSecond())).orElse("-") + " "
                    + at.getEpochSecond();
        }

        /// @return empty where it is damaged, or of a newer version
        static Optional<Kept> read(String text) {
            String[] parts = text.split(" ", -1);
            if (parts.length != 3) {
                return Optional.empty();
            }
            try {
                Optional<Instant> date = parts[1].equals("-")
                        ? Optional.empty()
                        : Optional.of(Instant.ofEpochSecond(Long.parseLong(parts[1])));
                return Optional.of(
                        new Kept(ExitStage.valueOf(parts[0]), date, Instant.ofEpochSecond(Long.parseLong(parts[2]))));
            } catch (IllegalArgumentException | DateTimeException damaged) {
                return Optional.empty();
            }
        }
    }
}
