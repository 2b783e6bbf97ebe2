package org.lifeboat.rollups.opstack.derivation.format;

/// The sequencer's transactions for one L2 block, or for many.
public sealed interface Batch permits SingularBatch, SpanBatch {
    /// Unix seconds of its first block, unsigned.
    long unixSeconds();
}
