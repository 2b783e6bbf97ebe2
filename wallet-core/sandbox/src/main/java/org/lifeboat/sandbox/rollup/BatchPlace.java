package org.lifeboat.sandbox.rollup;

/// Where the batcher writes what the sequencer has made.
public enum BatchPlace {
    CALLDATA,
    BLOBS,
    /// One channel here, the next one there.
    BOTH
}
