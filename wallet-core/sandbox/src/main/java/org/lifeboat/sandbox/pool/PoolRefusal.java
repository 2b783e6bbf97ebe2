package org.lifeboat.sandbox.pool;

/// Why a pool does not take a transaction that a block might take.
public enum PoolRefusal {
    ALREADY_KNOWN,
    /// One with that nonce waits already, and this one does not pay enough more.
    REPLACEMENT_UNDERPRICED,
    TOO_LARGE,
    FULL
}
