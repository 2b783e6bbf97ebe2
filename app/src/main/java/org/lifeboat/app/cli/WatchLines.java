package org.lifeboat.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.diagnosis.ChainTrack;
import org.lifeboat.engine.diagnosis.Climbs;
import org.lifeboat.engine.exit.BridgeCodes;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.QueuedChange;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.watch.Calendar;
import org.lifeboat.engine.watch.ChainRounds;
import org.lifeboat.engine.watch.ContestRounds;
import org.lifeboat.engine.watch.ContestWatch;
import org.lifeboat.engine.watch.ExitWatch;
import org.lifeboat.engine.watch.ReadyRounds;
import org.lifeboat.engine.watch.Watcher;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.ui.notices.DesktopNotices;
import org.lifeboat.ui.phrases.ChainWords;
import org.lifeboat.ui.phrases.Phrases;
import org.lifeboat.ui.phrases.ReadyWords;
import tools.jackson.databind.node.ObjectNode;

/// What a watcher says: a line each, or a JSON document each.
final class WatchLines {
    private static final Duration DESKTOP = Duration.ofSeconds(2);

    private final Shell shell;
    private final Phrases phrases;
    private final DesktopNotices notices;
    private final ContestLines contests;

    /// @param clock of the profile, for saying when
    WatchLines(Shell shell, InstantSource clock, DesktopNotices notices) {
        this.notices = notices;
        this.shell = shell;
        this.phrases = shell.phrases(clock);
        this.contests = new ContestLines(shell.words(), phrases);
    }

    /// A date that passed while nobody looked.
    void missed(Profile profile, ExitWatch.Missed missed) {
        String name = name(
                missed.plan(),
                profile.networks().find(missed.plan().chain()).map(Network::name),
                profile.networks().find(missed.plan().chain()).map(Network::coinSymbol));
        ObjectNode json = ExitLines.json(missed.plan());
        json.put("since", missed.since().toString());
        json.put("fell", missed.fell());
        String key = missed.fell() ? "exits.missed.fell" : "exits.missed";
        say("missed", json, phrases.say(key, name, phrases.moment(missed.since())));
    }

    /// The same of a contest.
    void missed(Profile profile, ContestWatch.Missed missed) {
        ObjectNode json = ContestLines.json(missed.plan());
        json.put("since", missed.since().toString());
        json.put("fell", missed.fell());
        say(
                "missed-contest",
                json,
                contests.missed(missed, profile.networks().find(missed.plan().chain())));
    }

    /// A contest that calls for the user, is over, or presses more than before.
    void news(ContestRounds.Sight sight) {
        say("contest", ContestLines.json(sight), contests.say(sight));
    }

    /// Something that calls for the user, is over, or got worse.
    void news(Watcher.Sight sight) {
        say("news", json(sight), sentence(sight));
    }

    /// How an L2 stands now, or what became of a payment on one.
    void news(ChainRounds.News news) {
        ObjectNode json = JsonDocument.object();
        json.put("chainId", news.l2().chain().value());
        String what = switch (news) {
            case ChainRounds.News.Stands stands -> {
                json.put("stands", stands.now().first().name());
                json.put("alarm", stands.now().first().alarm());
                JsonDocument.putOrNull(json, "before", stands.before());
                JsonDocument.putOrNull(json, "since", stands.now().since());
                yield "chain";
            }
            case ChainRounds.News.Equivocated(var _, ChainTrack.Replaced block) -> {
                json.put("block", block.told().block().number());
                json.put("told", block.told().block().hash().toHex());
                json.put("now", block.now().toHex());
                json.put("source", block.told().source());
                yield "replaced";
            }
            case ChainRounds.News.Moved moved -> {
                json.put("hash", moved.payment().hash().toHex());
                json.put("step", moved.now().step().name());
                json.put("wentBack", moved.change() instanceof Climbs.Change.Fell);
                JsonDocument.putNumberOrNull(json, "block", moved.now().block().map(BlockRef::number));
                yield "payment";
            }
            case ChainRounds.News.LeftOut(var _, OwnTransaction own) -> {
                json.put("hash", own.hash().toHex());
                yield "left-out";
            }
            case ChainRounds.News.Announced(var _, var _, QueuedChange change) -> {
                PowerLines.put(json, change);
                yield "announced";
            }
            case ChainRounds.News.Upgraded(var _, BridgeCodes.Changed change) -> {
                PowerLines.put(json, change);
                yield "upgraded";
            }
        };
        say(what, json, ChainWords.news(phrases, false, news));
    }

    /// That the user could have left an L2 on his own, and could not any more.
    void news(ReadyRounds.Sight sight) {
        ObjectNode json = JsonDocument.object();
        json.put("chainId", sight.l2().chain().value());
        json.put("account", sight.account().toChecksum());
        json.put("open", sight.now().open());
        JsonDocument.putOrNull(
                json,
                "missing",
                sight.now().missing().map(wei -> wei.toTokenAmount().toExactString()));
        say("not-ready", json, ReadyWords.lost(phrases, sight));
    }

    /// That it could not be looked at, or can be again.
    void sight(Watcher.Sight sight) {
        shell.terminal().err().println(sentence(sight));
    }

    /// The same of a contest.
    void sight(ContestRounds.Sight sight) {
        shell.terminal().err().println(contests.say(sight));
    }

    void running(Watcher.Running running) {
        ObjectNode json = JsonDocument.object();
        json.put("chainId", running.network().chain().value());
        json.put("source", running.seen().source());
        json.put("block", running.seen().block());
        json.put("blockTime", running.seen().at().toString());
        say(
                "running",
                json,
                phrases.say(
                        "exits.runs",
                        running.network().name(),
                        running.seen().source(),
                        phrases.number(running.seen().block()),
                        phrases.ago(running.seen().at())));
    }

    /// An entry for each date.
    String calendar(List<Watcher.Sight> sights, Watcher dates, List<ContestRounds.Sight> disputed, Instant now) {
        List<Calendar.Entry> entries = new ArrayList<>(contests.calendar(disputed));
        for (Watcher.Sight sight : sights) {
            String uid = "exit-" + sight.report().plan().chain() + "-"
                    + sight.report().plan().id().value() + "@lifeboat";
            dates.date(sight)
                    .ifPresent(date -> entries.add(Calendar.Entry.from(
                            uid,
                            date,
                            shell.words().say("cli.watch.calendar.title", name(sight)),
                            text("cli.watch.calendar.text", sight, date))));
            dates.fallsAt(sight)
                    .ifPresent(date -> entries.add(Calendar.Entry.until(
                            uid,
                            date,
                            shell.words().say("cli.watch.calendar.falls", name(sight)),
                            text("cli.watch.calendar.falls.text", sight, date))));
        }
        return Calendar.write(entries, now);
    }

    private String text(String key, Watcher.Sight sight, Instant date) {
        return shell.words()
                .say(
                        key,
                        name(sight),
                        phrases.moment(date),
                        sight.report().plan().id().value());
    }

    private void say(String what, ObjectNode json, String sentence) {
        json.put("notice", what);
        json.put("sentence", sentence);
        shell.answer("watch", json, out -> out.println(phrases.stamp(phrases.now()) + "  " + sentence));
        onTheDesktop(sentence);
    }

    /// A desktop that does not answer holds nothing up.
    private void onTheDesktop(String sentence) {
        Thread showing =
                Thread.ofVirtual().start(() -> notices.show(shell.words().say("cli.watch.notice"), sentence));
        try {
            showing.join(DESKTOP);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        showing.interrupt();
    }

    private static ObjectNode json(Watcher.Sight sight) {
        ObjectNode json = ExitLines.json(sight.report().plan());
        json.put("stage", sight.report().stage().name());
        JsonDocument.putOrNull(json, "notBefore", sight.report().notBefore());
        return json;
    }

    private String sentence(Watcher.Sight sight) {
        return shell.words().say("cli.watch.said", name(sight), stage(sight));
    }

    private String name(Watcher.Sight sight) {
        return name(
                sight.report().plan(),
                Optional.of(sight.l2().name()),
                Optional.of(sight.l2().coinSymbol()));
    }

    private String name(Exits.Plan plan, Optional<String> l2, Optional<String> coin) {
        return phrases.say(
                "exits.name",
                plan.state().said(coin.orElse("")),
                l2.orElseGet(() -> plan.chain().toString()));
    }

    private String stage(Watcher.Sight sight) {
        ExitReport report = sight.report();
        String coin = sight.l1().coinSymbol();
        return phrases.say(
                "exits.stage." + report.stage(),
                sight.l2().name(),
                sight.l1().name(),
                report.notBefore().map(phrases::moment).orElse(""),
                report.notBefore()
                        .map(at -> phrases.span(Duration.between(phrases.now(), at)))
                        .orElse(""),
                report.rootBlock().map(phrases::number).orElse("-"),
                report.bond()
                        .map(wei -> wei.toTokenAmount().toExactString() + " " + coin)
                        .orElse(""),
                report.why(),
                report.plan().state().target().toChecksum(),
                report.doubt().map(doubt -> phrases.moment(doubt.fallsAt())).orElse(""),
                report.doubt()
                        .flatMap(ExitReport.Doubt::other)
                        .map(phrases::number)
                        .orElse("-"));
    }
}
