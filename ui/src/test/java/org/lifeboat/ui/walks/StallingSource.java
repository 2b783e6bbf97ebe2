package org.lifeboat.ui.walks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceLimits;

/// Answers its first question, and then keeps everybody waiting until the deadline.
record StallingSource(Source behind, AtomicInteger asked) implements Source {
    StallingSource(Source behind) {
        this(behind, new AtomicInteger());
    }

    @Override
    public SourceId id() {
        return behind.id();
    }

    @Override
    public List<Reply<?>> askAll(List<? extends Query<?>> queries, Purpose purpose, Duration deadline) {
        if (asked.getAndIncrement() == 0) {
            return behind.askAll(queries, purpose, deadline);
        }
        try {
            Thread.sleep(deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return queries.stream()
                .<Reply<?>>map(_ -> new Reply.Failed<>(Reply.Failure.TIMED_OUT, "no answer"))
                .toList();
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
