package org.lifeboat.engine.storage;

import org.lifeboat.primitives.Bytes;

/// One light client message that was accepted, as bytes.
/// @param period of the sync committee, for [Kind#UPDATE]; 0 for the others, of which there is one
/// @param fork the name of the fork whose container `ssz` is
public record StoredMessage(Kind kind, long period, String fork, Bytes ssz) {
    /// In the order in which they are checked again.
    public enum Kind {
        BOOTSTRAP,
        UPDATE,
        FINALITY,
        OPTIMISTIC,
        /// A finality update that contradicts another which was as well signed.
        CONFLICT
    }
}
