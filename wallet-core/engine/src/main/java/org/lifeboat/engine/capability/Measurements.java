package org.lifeboat.engine.capability;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.SourceStore;
import org.lifeboat.engine.storage.Storage;

/// Use case: measure a source when it is added and once a day, keep what was found, and hold the source to it.
/// Thread-safe; blocks while it asks.
public final class Measurements {
    private final Storage storage;
    private final InstantSource clock;
    private final CapabilityMeasuring measuring;

    /// @param requestTime for each question
    public Measurements(Storage storage, InstantSource clock, Duration requestTime) {
        this.storage = storage;
        this.clock = clock;
        this.measuring = new CapabilityMeasuring(requestTime);
    }

    /// Asks some twenty questions. Keeps what was found if the source is still in the user's list.
    public CapabilityMeasuring.Outcome measure(Source source) {
        CapabilityMeasuring.Outcome outcome = measuring.measure(source);
        if (outcome instanceof CapabilityMeasuring.Outcome.Measured(Capabilities found)) {
            source.limits(found.within(source.limits()));
            var measured = new SourceStore.Measured(CapabilitiesJson.write(found), clock.instant());
            storage.atomically(() -> {
                boolean listed = storage.sources().find(source.id()).isPresent();
                if (listed) {
                    storage.sources().putCapabilities(source.id(), measured);
                }
                return listed;
            });
        }
        return outcome;
    }

    /// Those of `sources` that have answered in this run and are to be measured again. Asks nobody.
    public List<Source> due(List<Source> sources) {
        return Remeasuring.due(sources, storage.sources(), clock.instant()).stream()
                .filter(source -> source.health().lastAnswer().isPresent())
                .toList();
    }
}
