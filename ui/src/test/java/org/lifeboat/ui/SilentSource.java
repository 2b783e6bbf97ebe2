package org.lifeboat.ui;

import java.time.Duration;
import java.util.List;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceLimits;

/// A source that answers its chain id, if it has one, and nothing else.
public record SilentSource(SourceId id, long chain) implements Source {
    SilentSource(SourceId id) {
        this(id, 0);
    }

    @Override
    public List<Reply<?>> askAll(List<? extends Query<?>> queries, Purpose purpose, Duration deadline) {
        return queries.stream().<Reply<?>>map(this::answer).toList();
    }

    private Reply<?> answer(Query<?> query) {
        return chain != 0 && query instanceof Query.ChainIdOf
                ? new Reply.Got<>(chain)
                : new Reply.Failed<>(Reply.Failure.UNREACHABLE, "no connection could be made");
    }

    @Override
    public void refuted(Refutation what) {}

    @Override
    public SourceLimits limits() {
        return SourceLimits.STARTING;
    }

    @Override
    public void limits(SourceLimits measured) {}

    @Override
    public Health health() {
        return Health.UNKNOWN;
    }
}
