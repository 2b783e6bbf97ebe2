package org.lifeboat.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.chaincheck.CheckPlace;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.MadeHere;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.resources.Words;
import org.lifeboat.ui.phrases.Phrases;
import tools.jackson.databind.node.ObjectNode;

/// What came of a chain that was run again from its first block on: how far, why no further, and what of it is the
/// user's.
final class RemadeLines {
    /// Between two blocks of L1. Source: consensus-specs, phase0/beacon-chain.md, `SECONDS_PER_SLOT`.
    private static final Duration SLOT = Duration.ofSeconds(12);

    private final Shell shell;
    private final CheckPlace place;
    private final CheckReport report;
    private final Phrases phrases;
    private final Optional<MadeHere.Taken> taken;

    private RemadeLines(
            Shell shell, CheckPlace place, CheckReport report, Phrases phrases, Optional<MadeHere.Taken> taken) {
        this.shell = shell;
        this.place = place;
        this.report = report;
        this.phrases = phrases;
        this.taken = taken;
    }

    /// Keeps what of the state that was made here is the user's: roots, withdrawals, proofs.
    static RemadeLines keep(Shell shell, Profile profile, CheckPlace place, CheckReport report) {
        report.keepNewest(profile.storage().evidence(), place.chains().l2().chain());
        MadeHere made = new MadeHere(profile.storage(), profile.clock(), CheckDoor.PATIENCE);
        return new RemadeLines(
                shell,
                place,
                report,
                shell.phrases(profile.clock()),
                report.newest()
                        .map(newest -> made.take(
                                place.chains(),
                                new MadeHere.Newest(newest.header(), newest.state(), report.l1Verified()),
                                newest.sent(),
                                place.accounts())));
    }

    void put(ObjectNode json) {
        json.put("withdrawalsProven", proven());
        json.set(
                "found",
                JsonDocument.array(fresh().stream().map(ExitLines::json).toList()));
        if (!(report.finding() instanceof Finding.Remade(BlockRef last, Hash32 root, Hash32 stateRoot, var end))) {
            json.putNull("made");
            return;
        }
        ObjectNode object = JsonDocument.object();
        object.put("block", last.number());
        object.put("time", Instant.ofEpochSecond(last.unixSeconds()).toString());
        object.put("stateRoot", stateRoot.toHex());
        object.put("root", root.toHex());
        switch (end) {
            case Finding.End.OfL1(BlockRef newest) -> {
                object.put("l1End", newest.number());
                object.putNull("missing");
            }
            case Finding.End.Lacking(Finding.Lack lack, String detail) -> {
                object.putNull("l1End");
                object.put("missing", lack.name());
                object.put("detail", detail);
            }
        }
        json.set("made", object);
    }

    private int proven() {
        return taken.map(MadeHere.Taken::proven).orElse(0);
    }

    private List<Exits.Plan> fresh() {
        return taken.map(MadeHere.Taken::fresh).orElse(List.of());
    }

    /// @param wish that was the user's
    void say(CheckWish wish, Consumer<String> out) {
        Words words = shell.words();
        if (report.finding() instanceof Finding.Remade(BlockRef _, Hash32 root, Hash32 stateRoot, var end)) {
            out.accept(words.say("chaincheck.remade.state", stateRoot, root));
            out.accept(CheckLines.l1(words, report));
            end(end).forEach(out);
        }
        if (proven() > 0) {
            out.accept(
                    words.say("chaincheck.proofs-kept", proven(), report.roots().lastKey()));
        }
        if (!fresh().isEmpty()) {
            String coin = place.chains().l2().coinSymbol();
            out.accept(words.say("chaincheck.found-here", fresh().size()));
            fresh().forEach(plan -> out.accept(words.say(
                    "cli.exit.line",
                    plan.id().value(),
                    plan.state().said(coin),
                    plan.state().target(),
                    words.say("cli.exit.not-looked"))));
            out.accept(
                    words.say("chaincheck.found-next", fresh().getFirst().id().value()));
        }
        if (report.newest().isPresent() && report.aim().isPresent() && wish instanceof CheckWish.Newest) {
            out.accept(words.say("chaincheck.further", place.chains().l2().chain()));
        }
    }

    private List<String> end(Finding.End end) {
        Words words = shell.words();
        List<String> lines = new ArrayList<>();
        switch (end) {
            case Finding.End.OfL1(BlockRef newest) ->
                lines.add(words.say(
                        "chaincheck.remade.end",
                        place.chains().l1().name(),
                        newest.number(),
                        phrases.stamp(Instant.ofEpochSecond(newest.unixSeconds())),
                        phrases.span(SLOT.multipliedBy(place.rollup().limits().sequencingWindow()))));
            case Finding.End.Lacking(Finding.Lack lack, String detail) -> {
                lines.add(words.say("chaincheck.remade.lacking"));
                lines.add(words.say("chaincheck.lack." + lack, detail));
            }
        }
        return lines;
    }
}
