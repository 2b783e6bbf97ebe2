package org.lifeboat.engine.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.source.HealthBook;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.ChainId;

/// The endpoints of every network, what was measured of each, and how each has behaved.
public interface SourceStore extends HealthBook {
    /// In the user's order. Confirmed or not: whoever wants to ask goes through
    /// [org.lifeboat.engine.network.Networks#confirmedEndpoints].
    List<Endpoint> of(ChainId chain);

    /// By chain, then in the user's order.
    List<Endpoint> all();

    Optional<Endpoint> find(SourceId id);

    /// Adds, or replaces the one with the same id.
    void put(Endpoint endpoint);

    /// Its capabilities go with it. What it was caught with stays, in case the address is entered again.
    /// @return whether there was one
    boolean remove(SourceId id);

    /// What was measured last, if anything was.
    Optional<Measured> capabilities(SourceId id);

    /// Replaces what was measured before.
    /// @throws IllegalArgumentException if the endpoint is not known
    void putCapabilities(SourceId id, Measured measured);

    /// @param json in the measurer's own versioned form
    record Measured(String json, Instant at) {}
}
