package org.lifeboat.engine.source;

/// Why a request is made; stands in the request log.
public enum Purpose {
    CHECK_CHAIN_ID,
    MEASURE_CAPABILITIES,
    READ_BALANCES,
    READ_TOKEN,
    FIND_ACCOUNTS,
    PREPARE_TRANSACTION,
    SEND_TRANSACTION,
    FOLLOW_TRANSACTION,
    FOLLOW_L1,
    CHECK_CHAIN
}
