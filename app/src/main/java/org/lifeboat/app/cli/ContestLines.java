package org.lifeboat.app.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.dispute.ContestReport;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.watch.Calendar;
import org.lifeboat.engine.watch.ContestRounds;
import org.lifeboat.engine.watch.ContestWatch;
import org.lifeboat.engine.watch.Haste;
import org.lifeboat.resources.Words;
import org.lifeboat.ui.phrases.ContestWords;
import org.lifeboat.ui.phrases.Phrases;
import tools.jackson.databind.node.ObjectNode;

/// The user's own contests as JSON, as lines and as dates.
final class ContestLines {
    private final Words words;
    private final Phrases phrases;

    /// @param words of the command line
    /// @param phrases those that the window has too
    ContestLines(Words words, Phrases phrases) {
        this.words = words;
        this.phrases = phrases;
    }

    /// In the user's language and zone.
    static ContestLines of(Shell shell, Profile profile) {
        return new ContestLines(shell.words(), shell.phrases(profile.clock()));
    }

    static ObjectNode json(Disputes.Plan plan) {
        ObjectNode json = JsonDocument.object();
        json.put("id", plan.id().value());
        json.put("chainId", plan.chain().value());
        json.put("account", plan.account().toChecksum());
        json.put("game", plan.state().game().toChecksum());
        json.put("stance", plan.state().stance().name());
        return json;
    }

    static ObjectNode json(ContestRounds.Sight sight) {
        ObjectNode json = json(sight.report().plan());
        json.put("stage", sight.report().stage().name());
        addTo(json, sight);
        return json;
    }

    /// How soon it wants its user, and until when.
    static void addTo(ObjectNode json, ContestRounds.Sight sight) {
        json.put("urgency", sight.haste().name());
        JsonDocument.putOrNull(json, "fallsAt", sight.fallsAt());
        JsonDocument.putOrNull(json, "notBefore", sight.notBefore());
    }

    /// Says what presses by now, as it stood at the last look; asks nobody.
    static void warn(Shell shell, Profile profile) {
        ContestLines lines = of(shell, profile);
        Instant now = profile.clock().instant();
        ContestWatch kept = new ContestWatch(profile.storage().settings());
        Disputes disputes = new Disputes(profile.storage(), profile.clock(), SendCommand.PATIENCE);
        for (Disputes.Plan plan : disputes.all()) {
            Haste haste = kept.haste(plan, now);
            if (haste.compareTo(Haste.TODAY) >= 0) {
                Optional<Network> l2 = profile.networks().find(plan.chain());
                shell.progress(
                        "cli.watch.said",
                        lines.words("").name(plan, l2),
                        lines.phrases.together(List.of(
                                lines.urgency(haste),
                                shell.words()
                                        .say(
                                                "cli.dispute.look",
                                                plan.chain(),
                                                plan.state().game()))));
            }
        }
    }

    String missed(ContestWatch.Missed missed, Optional<Network> l2) {
        return words("").missed(missed, l2);
    }

    /// What it is, how soon it wants its user, and where it stands.
    String say(ContestRounds.Sight sight) {
        ContestWords said = words(sight.l1().coinSymbol());
        return words.say(
                "cli.watch.said",
                said.name(sight.report().plan(), Optional.of(sight.l2())),
                phrases.together(List.of(urgency(sight.haste()), said.stands(sight))));
    }

    /// Empty where it is calm.
    String urgency(Haste haste) {
        return haste == Haste.CALM ? "" : phrases.say("dispute.urgency." + haste);
    }

    /// An entry for each date.
    List<Calendar.Entry> calendar(List<ContestRounds.Sight> sights) {
        List<Calendar.Entry> entries = new ArrayList<>();
        for (ContestRounds.Sight sight : sights) {
            ContestReport report = sight.report();
            String uid = "contest-" + report.plan().chain() + "-"
                    + report.plan().id().value() + "@lifeboat";
            String name = words("").name(report.plan(), Optional.of(sight.l2()));
            sight.fallsAt()
                    .ifPresent(at -> entries.add(
                            Calendar.Entry.until(uid, at, title("falls", name), text("falls", name, at, report))));
            sight.notBefore()
                    .ifPresent(at -> entries.add(
                            Calendar.Entry.from(uid, at, title("from", name), text("from", name, at, report))));
        }
        return entries;
    }

    private String title(String which, String name) {
        return words.say("cli.watch.calendar.contest." + which, name);
    }

    private String text(String which, String name, Instant at, ContestReport report) {
        return words.say(
                "cli.watch.calendar.contest." + which + ".text",
                name,
                phrases.moment(at),
                report.plan().state().game().toChecksum());
    }

    private ContestWords words(String coin) {
        return new ContestWords(phrases, wei -> wei.toTokenAmount().toExactString() + " " + coin, true);
    }
}
