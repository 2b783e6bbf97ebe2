package org.lifeboat.ui;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceLimits;

/// Answers as the one behind it does, but keeps who asks certain questions waiting until it is let go, or interrupted.
/// @param reached counted down by the first of them
/// @param cut counted down where somebody who waits is interrupted
public record HoldingSource(
        Source behind, Predicate<Query<?>> held, CountDownLatch reached, CountDownLatch letGo, CountDownLatch cut)
        implements Source {
    public HoldingSource(Source behind, Predicate<Query<?>> held) {
        this(behind, held, new CountDownLatch(1), new CountDownLatch(1), new CountDownLatch(1));
    }

    @Override
    public SourceId id() {
        return behind.id();
    }

    @Override
    public List<Reply<?>> askAll(List<? extends Query<?>> queries, Purpose purpose, Duration deadline) {
        if (queries.stream().anyMatch(held)) {
            reached.countDown();
            try {
                letGo.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                cut.countDown();
                return queries.stream()
                        .<Reply<?>>map(_ -> new Reply.Failed<>(Reply.Failure.CANCELLED, "nobody waits any more"))
                        .toList();
            }
        }
        return behind.askAll(queries, purpose, deadline);
    }

    @Override
    public void refuted(Refutation what) {
        behind.refuted(what);
    }

    @Override
    public Health health() {
        return behind.health();
    }

    @Override
    public SourceLimits limits() {
        return behind.limits();
    }

    @Override
    public void limits(SourceLimits measured) {
        behind.limits(measured);
    }
}
