package org.lifeboat.engine.balances;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lifeboat.engine.claims.Head;
import org.lifeboat.engine.claims.HeadQuestion;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.ChainId;

/// Finds a source that answers, in the user's order, without waiting long for a dead one: the next source is
/// asked as soon as the one before has failed or has been silent for [Patience#beforeNext].
final class HeadRace {
    private final ExecutorService threads;
    private final ChainId chain;
    private final Patience patience;
    private final Deque<Source> untried;
    private final LinkedBlockingQueue<Head> answers = new LinkedBlockingQueue<>();
    private final Consumer<Head> losers;
    private int running;

    /// @param losers told of every answer that cannot be used
    HeadRace(ExecutorService threads, Watch watch, Iterable<Source> sources, Patience patience, Consumer<Head> losers) {
        this.threads = threads;
        this.chain = watch.network().chain();
        this.patience = patience;
        this.losers = losers;
        this.untried = new ArrayDeque<>();
        sources.forEach(untried::add);
    }

    /// The next usable head; empty when all sources have failed or time is over. Call again to get another.
    Optional<Head.Usable> next(Deadline whole) throws InterruptedException {
        Deadline asking = Deadline.in(whole.remaining(patience.firstAnswer()));
        // A source keeps its deadline itself; a little longer is waited so that its own words are heard.
        Deadline listening = Deadline.in(asking.remaining().plusMillis(250));
        while (!listening.isOver() && (running > 0 || (!untried.isEmpty() && !asking.isOver()))) {
            if (!untried.isEmpty() && answers.isEmpty()) {
                start(untried.remove(), asking);
            }
            Duration wait = untried.isEmpty() ? listening.remaining() : listening.remaining(patience.beforeNext());
            @Nullable Head head = answers.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
            if (head == null) {
                continue;
            }
            running--;
            switch (head) {
                case Head.Usable usable -> {
                    return Optional.of(usable);
                }
                case Head.Lied lied -> losers.accept(lied);
                case Head.Silent silent -> losers.accept(silent);
            }
        }
        return Optional.empty();
    }

    private void start(Source source, Deadline deadline) {
        running++;
        threads.execute(() -> answers.add(HeadQuestion.ask(source, chain, BlockSelector.LATEST, deadline.remaining())));
    }
}
