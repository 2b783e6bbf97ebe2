package org.lifeboat.engine.storage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.source.HealthBook;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.ChainId;

/// What following L1 needs across restarts: beacon nodes, the checkpoint, and the messages that led from it
/// to here.
public interface SyncStore extends HealthBook {
    /// Every network of which anything is kept here.
    Set<ChainId> chains();

    /// The beacon nodes of a network in the user's order, confirmed or not.
    List<Endpoint> endpoints(ChainId chain);

    /// Adds, or replaces the one with the same id.
    void putEndpoint(Endpoint endpoint);

    /// @return whether there was one
    boolean removeEndpoint(SourceId id);

    /// How a network counts its slots and names its forks, where the program does not know it.
    Optional<String> config(ChainId chain);

    /// @param json in the writer's own versioned form
    void putConfig(ChainId chain, String json);

    Optional<StoredCheckpoint> checkpoint(ChainId chain);

    /// Begins at `checkpoint`. Every message kept for the chain goes.
    void begin(ChainId chain, StoredCheckpoint checkpoint);

    /// Forgets everything about a chain, its beacon nodes included.
    void removeAll(ChainId chain);

    /// In the order in which they have to be checked again.
    List<StoredMessage> messages(ChainId chain);

    /// Keeps a message in place of the one of its kind and period. It is on the disk when this returns.
    void keep(ChainId chain, StoredMessage message);
}
