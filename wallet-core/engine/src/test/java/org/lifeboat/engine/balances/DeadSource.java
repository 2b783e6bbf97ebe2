package org.lifeboat.engine.balances;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceLimits;
import org.lifeboat.primitives.ChainId;

/// Takes every question and answers none until its deadline.
final class DeadSource implements Source {
    private final SourceId id;

    DeadSource(long chain, String host) {
        this.id = new SourceId(new ChainId(chain), "https://" + host);
    }

    @Override
    public SourceId id() {
        return id;
    }

    @Override
    public List<Reply<?>> askAll(List<? extends Query<?>> queries, Purpose purpose, Duration deadline) {
        Reply.Failure failure = Reply.Failure.TIMED_OUT;
        try {
            new CountDownLatch(1).await(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            failure = Reply.Failure.CANCELLED;
        }
        Reply.Failure why = failure;
        return queries.stream()
                .<Reply<?>>map(_ -> new Reply.Failed<>(why, "no answer"))
                .toList();
    }

    @Override
    public void refuted(Refutation what) {}

    @Override
    public Health health() {
        return Health.UNKNOWN;
    }

    @Override
    public SourceLimits limits() {
        return SourceLimits.STARTING;
    }

    @Override
    public void limits(SourceLimits measured) {}
}
