package org.lifeboat.engine.capability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.FakeSource;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.engine.storage.SourceStore;

class MeasurementsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final InMemoryStorage storage = new InMemoryStorage();
    private final Measurements measurements =
            new Measurements(storage, InstantSource.fixed(NOW), Duration.ofSeconds(5));
    private final FakeSource source = new FakeSource(new FakeChain(1), "node.example")
            .twist((query, reply) -> query instanceof Query.ProofOf
                    ? new Reply.Refused<>(-32601, "no such method", Optional.empty())
                    : reply);

    @Test
    void measure_keepsWhatWasFound_andHoldsTheSourceToIt() {
        storage.sources().put(new Endpoint(source.id(), new Endpoint.Consent.Given(NOW, false), 0));

        measurements.measure(source);

        SourceStore.Measured kept = storage.sources().capabilities(source.id()).orElseThrow();
        assertThat(kept.at()).isEqualTo(NOW);
        assertThat(CapabilitiesJson.read(kept.json()).orElseThrow().proofs()).isEqualTo(new Reach.None());
        assertThat(source.limits().mayProve(0)).isFalse();
    }

    @Test
    void measure_keepsNothingOfASourceThatWasRemovedMeanwhile() {
        measurements.measure(source);

        assertThat(storage.sources().capabilities(source.id())).isEmpty();
    }

    @Test
    void due_leavesOutWhoWasNotAskedInThisRun() {
        assertThat(measurements.due(List.of(source))).isEmpty();
    }
}
