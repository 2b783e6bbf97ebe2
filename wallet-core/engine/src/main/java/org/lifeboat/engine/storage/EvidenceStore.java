package org.lifeboat.engine.storage;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// What an exit may need when servers are gone. Append and remove; a piece never changes.
public interface EvidenceStore {
    /// The number of a piece in this profile.
    record Id(long value) {}

    /// @return the new piece's number; the same piece again keeps the number it had
    Id add(StoredEvidence evidence);

    Optional<StoredEvidence> find(Id id);

    /// Oldest block first.
    /// @param kind empty for every kind
    List<Id> of(ChainId chain, Address account, Optional<String> kind);

    List<Id> all();

    /// @return whether there was one
    boolean remove(Id id);
}
