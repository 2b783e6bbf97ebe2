package org.lifeboat.verifier.block;

/// Why a block is invalid. The names are those of the execution specification's tests (`BlockException`), but
/// for the last three.
public enum BlockReason {
    INVALID_BLOCK_NUMBER,
    INVALID_BLOCK_TIMESTAMP_OLDER_THAN_PARENT,
    /// Too far from the parent's, or below 5000.
    INVALID_GASLIMIT,
    INVALID_GAS_USED_ABOVE_LIMIT,
    EXTRA_DATA_TOO_BIG,
    /// The header has fields its fork does not have, or lacks some.
    INCORRECT_BLOCK_FORMAT,
    INVALID_BASEFEE_PER_GAS,
    /// Since the Merge: not zero.
    IMPORT_IMPOSSIBLE_DIFFICULTY_OVER_PARIS,
    /// Since the Merge: there are uncles.
    IMPORT_IMPOSSIBLE_UNCLES_OVER_PARIS,
    /// Since the Merge: the header's nonce is not zero.
    INVALID_NONCE_OVER_PARIS,
    INCORRECT_EXCESS_BLOB_GAS,
    BLOB_GAS_USED_ABOVE_LIMIT,
    INCORRECT_BLOB_GAS_USED,
    /// EIP-7934.
    RLP_BLOCK_LIMIT_EXCEEDED,
    UNKNOWN_PARENT,
    INVALID_UNCLES_HASH,
    INVALID_TRANSACTIONS_ROOT,
    INVALID_WITHDRAWALS_ROOT,
    INVALID_REQUESTS,
    INVALID_DEPOSIT_EVENT_LAYOUT,
    SYSTEM_CONTRACT_EMPTY,
    SYSTEM_CONTRACT_CALL_FAILED,
    INVALID_GAS_USED,
    INVALID_LOG_BLOOM,
    INVALID_RECEIPTS_ROOT,
    INVALID_STATE_ROOT,
    /// A rule that only this chain has; the detail names it.
    CHAIN_RULE,
    /// A transaction's bytes or signature are none.
    UNREADABLE_TRANSACTION,
    /// A transaction that may not stand in this block.
    INVALID_TRANSACTION
}
