package org.lifeboat.rpc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.HealthBook;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.SourceId;

/// Holds a source's [Health]. What must not be forgotten is kept at once; the rest at the end. Thread-safe.
public final class HealthRecord {
    private final SourceId id;
    private final HealthBook book;
    private final InstantSource clock;
    private final AtomicReference<Health> health;

    public HealthRecord(SourceId id, HealthBook book, InstantSource clock) {
        this.id = id;
        this.book = book;
        this.clock = clock;
        this.health = new AtomicReference<>(book.healthOf(id));
    }

    public Health now() {
        return health.get();
    }

    void keep() {
        book.keepHealth(id, health.get());
    }

    public void answered(Duration took, Instant when) {
        health.updateAndGet(old -> old.answered(took, when));
    }

    /// @param toWait the source asked for fewer requests
    public void failed(String why, boolean toWait) {
        health.updateAndGet(old -> old.failed(why, toWait));
    }

    void givenUp() {
        health.updateAndGet(Health::givenUp);
    }

    /// The source answered, and asked for fewer requests inside the answer.
    void askedToWait(String why) {
        health.updateAndGet(old -> old.objected(why, true));
    }

    void wrongChain(String why) {
        health.updateAndGet(old -> old.objected(why, false));
    }

    public void refuted(Refutation what) {
        health.updateAndGet(old -> old.caught(clock.instant(), what));
        keep();
    }

    void trustAgain() {
        health.updateAndGet(Health::trustedAgain);
        keep();
    }

    void namedHead(long number) {
        health.updateAndGet(old -> old.namedHead(number));
    }

    void knowsBlock(long number) {
        health.updateAndGet(old -> old.knowsBlock(number));
    }
}
