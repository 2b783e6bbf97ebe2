package org.lifeboat.engine.fake;

import java.time.Duration;
import java.util.List;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceLimits;

/// A source that answers question by question, and of which nothing is remembered.
public abstract class AnsweringSource implements Source {
    protected abstract Reply<?> answer(Query<?> query);

    @Override
    public List<Reply<?>> askAll(List<? extends Query<?>> queries, Purpose purpose, Duration deadline) {
        return queries.stream().<Reply<?>>map(this::answer).toList();
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
