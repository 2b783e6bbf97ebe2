package org.lifeboat.engine.storage;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.ChainId;

/// The networks that the user described. Bundled ones are in the registry, not here.
public interface NetworkStore {
    /// By chain id.
    List<Network> all();

    Optional<Network> find(ChainId chain);

    /// Adds, or replaces the one with the same chain id.
    /// @throws IllegalArgumentException if its origin is not the user
    void put(Network network);

    /// @return whether there was one
    boolean remove(ChainId chain);
}
