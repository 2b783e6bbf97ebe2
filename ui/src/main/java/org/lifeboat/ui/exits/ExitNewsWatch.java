package org.lifeboat.ui.exits;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.lifeboat.engine.diagnosis.ChainMonitor;
import org.lifeboat.engine.watch.ChainRounds;
import org.lifeboat.engine.watch.ContestRounds;
import org.lifeboat.engine.watch.ReadyRounds;
import org.lifeboat.engine.watch.Watcher;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.session.WaysOut;
import org.lifeboat.ui.tasks.Tasks;

/// Looks at the exits under way, at the user's contests, at the watched chains and at payments on them, for as long as
/// the window is open,
/// whichever page is shown, and tells what is new.
/// Lives on the screen's thread.
public final class ExitNewsWatch {
    private static final Duration STEP = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Watcher watcher;
    private final ContestRounds contests;
    private final ChainRounds chains;
    private final ReadyRounds ready;
    private final Tasks tasks;
    private final Consumer<List<ExitNews>> tell;
    private Tasks.Running waiting = () -> {};
    private boolean asking;

    /// @param tell hears of what is new
    public ExitNewsWatch(Wallet wallet, Tasks tasks, Consumer<List<ExitNews>> tell) {
        this.watcher = new Watcher(
                wallet.storage(), wallet.networks(), wallet::sources, WaysOut.of(wallet), wallet.clock(), PATIENCE);
        this.contests =
                new ContestRounds(wallet.storage(), wallet.networks(), WaysOut.of(wallet), wallet.clock(), PATIENCE);
        this.chains = new ChainRounds(
                new ChainMonitor.Memory(),
                wallet.storage(),
                WaysOut.of(wallet),
                WaysOut.windows(wallet),
                wallet.clock(),
                PATIENCE);
        this.ready = new ReadyRounds(
                wallet.storage(), WaysOut.of(wallet), WaysOut.windows(wallet), wallet.clock(), PATIENCE);
        this.tasks = tasks;
        this.tell = tell;
    }

    /// Looks from now on, step by step, until [#stop].
    /// @param wanted is asked before each step: where it says no, nobody is asked anything
    public void begin(BooleanSupplier wanted) {
        waiting.cancel();
        waiting = tasks.after(STEP, () -> {
            if (wanted.getAsBoolean() && !asking) {
                look();
            }
            begin(wanted);
        });
    }

    public void stop() {
        waiting.cancel();
    }

    /// Looks once; told first and remembered then.
    void look() {
        asking = true;
        tasks.run(
                () -> new All(contests.round(), watcher.round(), chains.round(), ready.round()),
                round -> {
                    asking = false;
                    told(round);
                },
                _ -> asking = false);
    }

    private record All(
            ContestRounds.Round contests, Watcher.Round exits, ChainRounds.Round chains, ReadyRounds.Round ready) {}

    private void told(All round) {
        List<ExitNews> news = new ArrayList<>();
        round.contests().news().forEach(sight -> news.add(new ExitNews.OfContest(sight)));
        round.chains().news().forEach(one -> news.add(new ExitNews.OfStanding(one)));
        round.exits().news().forEach(sight -> news.add(new ExitNews.OfExit(sight)));
        round.exits().running().forEach(running -> news.add(new ExitNews.OfChain(running)));
        round.ready().news().forEach(sight -> news.add(new ExitNews.OfReady(sight)));
        if (!news.isEmpty()) {
            tell.accept(news);
        }
        tasks.run(
                () -> {
                    contests.told(round.contests());
                    watcher.told(round.exits());
                    chains.told(round.chains());
                    ready.told(round.ready());
                    return true;
                },
                _ -> {},
                _ -> {});
    }
}
