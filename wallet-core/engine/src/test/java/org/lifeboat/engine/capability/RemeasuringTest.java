package org.lifeboat.engine.capability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceLimits;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.engine.storage.SourceStore;
import org.lifeboat.primitives.ChainId;

class RemeasuringTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final SourceId ID = new SourceId(ChainId.ETHEREUM, "https://node.example");

    private final SourceStore store = new InMemoryStorage().sources();

    @Test
    void due_whatWasNeverMeasured() {
        assertThat(due(Health.UNKNOWN)).hasSize(1);
    }

    @ParameterizedTest(name = "measured {0} s ago: {1} due")
    @CsvSource({"0, 0", "86399, 0", "86400, 1", "86401, 1", "-1, 1"})
    void due_fromADayOn_andWhereTheClockWasSetBack(long secondsAgo, int expected) {
        store.put(new Endpoint(ID, new Endpoint.Consent.Given(NOW, false), 0));
        store.putCapabilities(ID, new SourceStore.Measured("{}", NOW.minusSeconds(secondsAgo)));

        assertThat(due(Health.UNKNOWN)).hasSize(expected);
    }

    @Test
    void due_leavesASourceAloneThatWasSetAside() {
        assertThat(due(Health.UNKNOWN.caught(NOW, new Refutation("BALANCE", "0x1", "2", "1"))))
                .isEmpty();
    }

    private List<Source> due(Health health) {
        return Remeasuring.due(List.of(new Known(ID, health)), store, NOW);
    }

    /// A source that only has a health.
    private record Known(SourceId id, Health health) implements Source {
        @Override
        public List<Reply<?>> askAll(List<? extends Query<?>> queries, Purpose purpose, Duration deadline) {
            throw new AssertionError("choosing must not ask");
        }

        @Override
        public void refuted(Refutation what) {
            throw new AssertionError("choosing must not judge");
        }

        @Override
        public SourceLimits limits() {
            return SourceLimits.STARTING;
        }

        @Override
        public void limits(SourceLimits measured) {
            throw new AssertionError("choosing must not change limits");
        }
    }
}
