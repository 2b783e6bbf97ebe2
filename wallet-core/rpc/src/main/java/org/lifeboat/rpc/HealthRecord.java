package org.lifeboat.rpc;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.lifeboat.engine.source.Health;

/// Collects a source's [Health]. Thread-safe.
final class HealthRecord {
    /// Weight of the newest latency: one in four.
    private static final int SMOOTHING = 4;

    private final AtomicReference<Health> health = new AtomicReference<>(Health.UNKNOWN);

    Health now() {
        return health.get();
    }

    void answered(Duration took, Instant when) {
        change(old -> new Health(
                old.requests() + 1,
                old.failures(),
                Optional.of(old.latency().map(before -> smooth(before, took)).orElse(took)),
                Optional.of(when),
                old.newestBlock(),
                old.lastError(),
                old.proofsThatDisagreed()));
    }

    private static Duration smooth(Duration before, Duration newest) {
        return before.multipliedBy(SMOOTHING - 1).plus(newest).dividedBy(SMOOTHING);
    }

    void failed(String why) {
        change(old -> new Health(
                old.requests() + 1,
                old.failures() + 1,
                old.latency(),
                old.lastAnswer(),
                old.newestBlock(),
                Optional.of(why),
                old.proofsThatDisagreed()));
    }

    /// Notes a head that the source named. It may go down: a chain can reorganise, and a back end can lag.
    void namedHead(long number) {
        change(old -> new Health(
                old.requests(),
                old.failures(),
                old.latency(),
                old.lastAnswer(),
                OptionalLong.of(number),
                old.lastError(),
                old.proofsThatDisagreed()));
    }

    void refuted(String what) {
        change(old -> new Health(
                old.requests(),
                old.failures(),
                old.latency(),
                old.lastAnswer(),
                old.newestBlock(),
                Optional.of(what),
                old.proofsThatDisagreed() + 1));
    }

    private void change(UnaryOperator<Health> change) {
        health.updateAndGet(change);
    }
}
