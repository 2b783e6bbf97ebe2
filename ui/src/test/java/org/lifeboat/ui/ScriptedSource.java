package org.lifeboat.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceLimits;

/// A source that answers what its script says, and is out of reach for everything else. Keeps what it was asked.
public final class ScriptedSource implements Source {
    private final SourceId id;
    private final Function<Query<?>, Optional<Reply<?>>> script;
    private final List<Query<?>> asked = new ArrayList<>();
    private final AtomicReference<Health> health = new AtomicReference<>(Health.UNKNOWN);

    public ScriptedSource(SourceId id, Function<Query<?>, Optional<Reply<?>>> script) {
        this.id = id;
        this.script = script;
    }

    public synchronized List<Query<?>> asked() {
        return List.copyOf(asked);
    }

    @Override
    public SourceId id() {
        return id;
    }

    @Override
    public synchronized List<Reply<?>> askAll(List<? extends Query<?>> queries, Purpose purpose, Duration deadline) {
        asked.addAll(queries);
        return queries.stream().<Reply<?>>map(this::answer).toList();
    }

    private Reply<?> answer(Query<?> query) {
        Optional<Reply<?>> scripted = script.apply(query);
        return scripted.isPresent()
                ? scripted.get()
                : new Reply.Failed<>(Reply.Failure.UNREACHABLE, "no connection could be made");
    }

    @Override
    public void refuted(Refutation what) {
        health.updateAndGet(before -> before.caught(Records.NOW, what));
    }

    @Override
    public Health health() {
        return health.get();
    }

    @Override
    public SourceLimits limits() {
        return SourceLimits.STARTING;
    }

    @Override
    public void limits(SourceLimits measured) {}
}
