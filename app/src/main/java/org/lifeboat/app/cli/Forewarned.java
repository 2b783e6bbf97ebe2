package org.lifeboat.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.chaincheck.CheckPlaces;
import org.lifeboat.engine.chaincheck.Rollups;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.Forewarning;
import org.lifeboat.engine.exit.Ladder;
import org.lifeboat.engine.exit.Leaving;
import org.lifeboat.engine.exit.RootRhythm;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.watch.ChainWatch;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.phrases.ForewarningWords;
import org.lifeboat.ui.phrases.Phrases;

/// Says before something is begun what the window says there, and asks where the window asks.
final class Forewarned {
    private final Shell shell;
    private final Review.Options review;
    private final Leaving leaving;
    private final Optional<RootRhythm> rhythm;
    private final Optional<Duration> window;
    private final Forewarning.Ground ground;
    private final ForewarningWords words;

    private Forewarned(
            Shell shell,
            Review.Options review,
            Optional<Duration> window,
            Forewarning.Ground ground,
            ForewarningWords words) {
        this.shell = shell;
        this.review = review;
        this.leaving = ground.leaving();
        this.rhythm = ground.rhythm();
        this.window = window;
        this.ground = ground;
        this.words = words;
    }

    /// Asks both layers what a warning follows from.
    static Forewarned look(Shell shell, Review.Options review, OpenRollup opened, Leaving leaving) {
        ExitPlace place = opened.place();
        Storage storage = opened.profile().storage();
        Instant now = opened.profile().clock().instant();
        Optional<Duration> window = new CheckPlaces(new Rollups(NetworkRegistry.bundled(), storage.settings()))
                .sequencingWindow(place.l2());
        Optional<Forewarning.Runs> runs =
                new ChainWatch(storage.settings()).runs(place.l2(), place.l2Sources(), SendCommand.PATIENCE, now);
        Forewarning.Ground ground = new Forewarning.Ground(
                leaving, opened.door().exits().rhythm(place), window.orElse(Ladder.SEQUENCING_WINDOW), runs, now);
        Phrases phrases = shell.phrases(opened.profile().clock());
        return new Forewarned(shell, review, window, ground, new ForewarningWords(phrases, place.l2(), place.l1()));
    }

    /// @param cost on L1; empty where that could not be read
    void say(Forewarning.Wish wish, Optional<Wei> cost) {
        for (Forewarning warning : Forewarning.of(wish, ground, cost)) {
            shell.progress("cli.check.WARNING", words.say(warning));
            if (warning.asks(wish) && !shell.confirm(review.acceptDanger, "cli.exit.ask-all-the-same")) {
                throw shell.stop(ExitCode.DECLINED, "cli.exit.declined");
            }
        }
    }

    /// The dates of a withdrawal, where they could be read.
    void dates(ExitState.Way way) {
        if (leaving instanceof Leaving.Read read) {
            List<Ladder.Rung> rungs = Ladder.of(read.bridge(), rhythm, way, ground.now(), ground.window());
            for (Ladder.Rung rung : rungs) {
                boolean paused = read.bridge().paused();
                shell.progress("cli.watch.said", words.title(rung), words.when(rung, window.isPresent(), paused));
            }
        }
    }
}
