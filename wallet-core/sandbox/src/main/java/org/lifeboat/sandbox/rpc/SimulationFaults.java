package org.lifeboat.sandbox.rpc;

import org.lifeboat.evm.transaction.InvalidReason;
import org.lifeboat.sandbox.simulation.Refusal;

/// Why a simulation has no answer, by the codes that it has of its own. Source: execution-apis,
/// src/eth/execute.yaml, `eth_simulateV1`, "errors"; geth, internal/ethapi/errors.go.
final class SimulationFaults {
    private static final int NONCE_TOO_LOW = -38_010;
    private static final int NONCE_TOO_HIGH = -38_011;
    private static final int FEE_TOO_LOW = -38_012;
    private static final int TOO_LITTLE_GAS = -38_013;
    private static final int TOO_LITTLE_MONEY = -38_014;
    private static final int BLOCK_IS_FULL = -38_015;
    private static final int NUMBERS = -38_020;
    private static final int TIMES = -38_021;
    private static final int CODE_TOO_LARGE = -38_025;

    private SimulationFaults() {}

    static RpcFault of(Refusal why) {
        return switch (why) {
            case Refusal.Call(InvalidReason reason) -> RpcFault.of(code(reason), "err: " + Sentences.of(reason));
            case Refusal.BlockIsFull(long left, long wanted) ->
                RpcFault.of(BLOCK_IS_FULL, "block gas limit reached: remaining: " + left + ", required: " + wanted);
            case Refusal.NumbersOutOfOrder(long number, long before) ->
                RpcFault.of(NUMBERS, "block numbers must be in order: " + number + " <= " + before);
            case Refusal.TimesOutOfOrder(long time, long before) ->
                RpcFault.of(TIMES, "block timestamps must be in order: " + time + " <= " + before);
            case Refusal.TooManyBlocks _ -> RpcFault.of(RpcFault.CLIENT_LIMIT_EXCEEDED, "too many blocks");
            case Refusal.CannotMove(String words) -> RpcFault.server(words);
        };
    }

    private static int code(InvalidReason reason) {
        return switch (reason) {
            case NONCE_MISMATCH_TOO_LOW -> NONCE_TOO_LOW;
            case NONCE_MISMATCH_TOO_HIGH -> NONCE_TOO_HIGH;
            case INSUFFICIENT_MAX_FEE_PER_GAS -> FEE_TOO_LOW;
            case INTRINSIC_GAS_TOO_LOW -> TOO_LITTLE_GAS;
            case INSUFFICIENT_ACCOUNT_FUNDS -> TOO_LITTLE_MONEY;
            case INITCODE_SIZE_EXCEEDED -> CODE_TOO_LARGE;
            case PRIORITY_GREATER_THAN_MAX_FEE_PER_GAS -> RpcFault.INVALID_PARAMETERS;
            case TYPE_1_TX_PRE_FORK,
                    TYPE_2_TX_PRE_FORK,
                    TYPE_3_TX_PRE_FORK,
                    TYPE_4_TX_PRE_FORK,
                    INVALID_CHAINID,
                    GAS_LIMIT_EXCEEDS_MAXIMUM,
                    INTRINSIC_GAS_BELOW_FLOOR_GAS_COST,
                    NONCE_IS_MAX,
                    GAS_ALLOWANCE_EXCEEDED,
                    TYPE_3_TX_ZERO_BLOBS,
                    TYPE_3_TX_INVALID_BLOB_VERSIONED_HASH,
                    TYPE_3_TX_BLOB_COUNT_EXCEEDED,
                    TYPE_3_TX_MAX_BLOB_GAS_ALLOWANCE_EXCEEDED,
                    INSUFFICIENT_MAX_FEE_PER_BLOB_GAS,
                    TYPE_4_EMPTY_AUTHORIZATION_LIST,
                    SENDER_NOT_EOA -> RpcFault.INTERNAL;
        };
    }
}
