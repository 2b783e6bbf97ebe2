package org.lifeboat.engine.source;

import java.util.OptionalLong;

/// What a source takes at once and how far it goes back. Starts with a guess; lowered when the source
/// refuses, set from what was measured.
/// @param batchSize calls in one JSON-RPC batch; 1 means no batches
/// @param answerBytes the largest body that is read before giving up
/// @param requestBytes of one request's body; a question that is longer by itself goes alone
/// @param requestsAtOnce requests that are under way at the same time
/// @param provenBlocks how many of the newest blocks it proves, the head included; empty where that is not known
/// @param logBlocks how many blocks one question for events may span; empty where that is not known
public record SourceLimits(
        int batchSize,
        int answerBytes,
        int requestBytes,
        int requestsAtOnce,
        OptionalLong provenBlocks,
        OptionalLong logBlocks) {
    /// Batches of 100 are taken by most public servers; 16 MiB hold some 1,500 storage proofs of a full-size
    /// chain; 256 KiB is the longest request that is measured; more than four at a time only meet a rate limit.
    public static final SourceLimits STARTING =
            new SourceLimits(100, 16 * 1024 * 1024, 256 * 1024, 4, OptionalLong.empty(), OptionalLong.empty());

    public SourceLimits {
        if (batchSize < 1 || answerBytes < 1 || requestBytes < 1 || requestsAtOnce < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    public SourceLimits withBatchSize(int size) {
        return new SourceLimits(size, answerBytes, requestBytes, requestsAtOnce, provenBlocks, logBlocks);
    }

    public SourceLimits withAnswerBytes(int bytes) {
        return new SourceLimits(batchSize, bytes, requestBytes, requestsAtOnce, provenBlocks, logBlocks);
    }

    /// Whether the block `back` blocks behind the head may be asked for a proof: not where it was measured
    /// that the source proves fewer.
    public boolean mayProve(long back) {
        return provenBlocks.isEmpty() || back < provenBlocks.getAsLong();
    }
}
