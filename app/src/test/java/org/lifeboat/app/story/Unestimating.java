package org.lifeboat.app.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceLimits;

/// A source that answers everything but how much gas something takes: it says that it fails.
record Unestimating(Source honest) implements Source {
    @Override
    public SourceId id() {
        return honest.id();
    }

    @Override
    public List<Reply<?>> askAll(List<? extends Query<?>> queries, Purpose purpose, Duration deadline) {
        List<Reply<?>> replies = new ArrayList<>(honest.askAll(queries, purpose, deadline));
        for (int i = 0; i < replies.size(); i++) {
            if (queries.get(i) instanceof Query.GasFor) {
                replies.set(i, new Reply.Refused<>(-32_000, "it always fails", Optional.empty()));
            }
        }
        return replies;
    }

    @Override
    public void refuted(Refutation what) {
        honest.refuted(what);
    }

    @Override
    public Health health() {
        return honest.health();
    }

    @Override
    public SourceLimits limits() {
        return honest.limits();
    }

    @Override
    public void limits(SourceLimits measured) {
        honest.limits(measured);
    }
}
