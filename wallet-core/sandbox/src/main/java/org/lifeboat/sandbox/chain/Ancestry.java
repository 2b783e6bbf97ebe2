package org.lifeboat.sandbox.chain;

import org.lifeboat.primitives.Hash32;

/// A block and those before it.
public interface Ancestry {
    SealedBlock newest();

    /// The hash of one of the last 256 blocks before the one that is being made or asked about.
    Hash32 blockHash(long number);
}
