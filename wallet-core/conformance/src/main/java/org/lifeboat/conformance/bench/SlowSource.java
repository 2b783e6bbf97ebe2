package org.lifeboat.conformance.bench;

import java.time.Duration;
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
import org.lifeboat.primitives.ChainId;

/// A source that is far away, or does not answer at all.
/// @param behind empty: dead
record SlowSource(SourceId id, Optional<Source> behind, Duration roundTrip) implements Source {
    static Source delayed(Source source, Duration roundTrip) {
        return new SlowSource(source.id(), Optional.of(source), roundTrip);
    }

    static Source dead(long chain) {
        return new SlowSource(
                new SourceId(new ChainId(chain), "https://dead.invalid"), Optional.empty(), Duration.ofDays(1));
    }

    @Override
    public List<Reply<?>> askAll(List<? extends Query<?>> queries, Purpose purpose, Duration deadline) {
        boolean answers = behind.isPresent() && roundTrip.compareTo(deadline) < 0;
        try {
            Thread.sleep(answers ? roundTrip : deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(queries, Reply.Failure.CANCELLED);
        }
        return answers
                ? behind.get().askAll(queries, purpose, deadline.minus(roundTrip))
                : failed(queries, Reply.Failure.TIMED_OUT);
    }

    private static List<Reply<?>> failed(List<? extends Query<?>> queries, Reply.Failure why) {
        return queries.stream()
                .<Reply<?>>map(_ -> new Reply.Failed<>(why, "no answer"))
                .toList();
    }

    @Override
    public void refuted(Refutation what) {
        behind.ifPresent(source -> source.refuted(what));
    }

    @Override
    public Health health() {
        return behind.map(Source::health).orElse(Health.UNKNOWN);
    }

    @Override
    public SourceLimits limits() {
        return behind.map(Source::limits).orElse(SourceLimits.STARTING);
    }

    @Override
    public void limits(SourceLimits measured) {
        behind.ifPresent(source -> source.limits(measured));
    }
}
