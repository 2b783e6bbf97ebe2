package org.lifeboat.engine.source;

/// What a source takes at once. Starts with a guess; lowered when the source refuses, set from what was measured.
/// @param batchSize calls in one JSON-RPC batch; 1 means no batches
/// @param answerBytes the largest body that is read before giving up
public record SourceLimits(int batchSize, int answerBytes) {
    /// Batches of 100 are taken by most public servers; 16 MiB hold some 1,500 storage proofs of a full-size chain.
    public static final SourceLimits STARTING = new SourceLimits(100, 16 * 1024 * 1024);

    public SourceLimits {
        if (batchSize < 1 || answerBytes < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    public SourceLimits withBatchSize(int size) {
        return new SourceLimits(size, answerBytes);
    }
}
