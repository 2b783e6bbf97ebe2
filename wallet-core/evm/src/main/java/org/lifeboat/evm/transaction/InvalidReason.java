package org.lifeboat.evm.transaction;

/// Why a transaction may not stand in a block. The names are those of the execution specification's tests
/// (`TransactionException`).
public enum InvalidReason {
    TYPE_1_TX_PRE_FORK,
    TYPE_2_TX_PRE_FORK,
    TYPE_3_TX_PRE_FORK,
    TYPE_4_TX_PRE_FORK,
    /// Signed for another chain (EIP-155).
    INVALID_CHAINID,
    /// EIP-7825.
    GAS_LIMIT_EXCEEDS_MAXIMUM,
    INTRINSIC_GAS_TOO_LOW,
    /// EIP-7623.
    INTRINSIC_GAS_BELOW_FLOOR_GAS_COST,
    /// EIP-2681.
    NONCE_IS_MAX,
    /// EIP-3860.
    INITCODE_SIZE_EXCEEDED,
    /// More than is left in the block.
    GAS_ALLOWANCE_EXCEEDED,
    TYPE_3_TX_ZERO_BLOBS,
    TYPE_3_TX_INVALID_BLOB_VERSIONED_HASH,
    /// More than one transaction may carry (EIP-7594).
    TYPE_3_TX_BLOB_COUNT_EXCEEDED,
    /// More than the block may hold.
    TYPE_3_TX_MAX_BLOB_GAS_ALLOWANCE_EXCEEDED,
    INSUFFICIENT_MAX_FEE_PER_BLOB_GAS,
    TYPE_4_EMPTY_AUTHORIZATION_LIST,
    PRIORITY_GREATER_THAN_MAX_FEE_PER_GAS,
    INSUFFICIENT_MAX_FEE_PER_GAS,
    NONCE_MISMATCH_TOO_LOW,
    NONCE_MISMATCH_TOO_HIGH,
    INSUFFICIENT_ACCOUNT_FUNDS,
    /// EIP-3607: the sender has code, and it is no delegation.
    SENDER_NOT_EOA
}
