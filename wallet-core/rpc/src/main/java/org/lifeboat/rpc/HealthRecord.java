package org.lifeboat.rpc;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.lifeboat.engine.source.Health;

/// Holds a source's [Health]. Thread-safe.
final class HealthRecord {
    private final AtomicReference<Health> health = new AtomicReference<>(Health.UNKNOWN);

    Health now() {
        return health.get();
    }

    void answered(Duration took, Instant when) {
        health.updateAndGet(old -> old.answered(took, when));
    }

    /// @param toWait the source asked for fewer requests
    void failed(String why, boolean toWait) {
        health.updateAndGet(old -> old.failed(why, toWait));
    }

    /// The source answered, and asked for fewer requests inside the answer.
    void askedToWait(String why) {
        health.updateAndGet(old -> old.objected(why, true, false));
    }

    void wrongChain(String why) {
        health.updateAndGet(old -> old.objected(why, false, false));
    }

    void refuted(String what) {
        health.updateAndGet(old -> old.objected(what, false, true));
    }

    void namedHead(long number) {
        health.updateAndGet(old -> old.namedHead(number));
    }
}
