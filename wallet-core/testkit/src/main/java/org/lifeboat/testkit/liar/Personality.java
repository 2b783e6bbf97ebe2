package org.lifeboat.testkit.liar;

/// The limits of an honest but poor endpoint.
public enum Personality {
    /// No limits.
    GENEROUS,
    /// `eth_getProof` is unknown.
    NO_PROOFS,
    /// Proves only its newest block, by any name.
    PROOF_WINDOW_0,
    /// Proves only what is asked as `latest`, not even the same block by number or hash.
    PROOF_BY_TAG_ONLY,
    /// Proves the newest 128 blocks.
    PROOF_WINDOW_128,
    /// Proves the newest 1,000 blocks.
    PROOF_WINDOW_1000,
    /// `eth_getLogs` over at most 1,000 blocks.
    LOG_RANGE_1000,
    /// At most ten calls in a batch; refuses a larger one with one error.
    BATCH_OF_10,
    /// No batches at all; refuses them with HTTP 400.
    NO_BATCHES,
    /// Refuses requests of more than 40,000 bytes with HTTP 413.
    BODY_OF_40K,
    /// Answers every third HTTP request with 429 and `Retry-After: 1`, the first one included.
    RATE_LIMITED,
    /// Two back ends behind one address; every other HTTP request meets one that is three blocks behind.
    TWO_BACK_ENDS,
    /// Refuses block parameters by hash (EIP-1898).
    NO_BLOCK_BY_HASH,
    /// `eth_feeHistory` is unknown.
    NO_FEE_HISTORY
}
