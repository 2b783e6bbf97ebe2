package org.lifeboat.sandbox.rpc;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.lifeboat.evm.interpreter.HaltReason;
import org.lifeboat.evm.transaction.InvalidReason;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.sandbox.pool.PoolRefusal;

/// What goes wrong, in the words that geth has for it and that other programs look for (core/error.go,
/// core/vm/errors.go, core/txpool/errors.go).
final class Sentences {
    /// Selectors of `Error(string)` and `Panic(uint256)`. Source: Solidity documentation, "Error handling".
    private static final Bytes ERROR = Bytes.fromHex("0x08c379a0");

    private static final Bytes PANIC = Bytes.fromHex("0x4e487b71");

    private static final int SELECTOR = 4;
    private static final int WORD = 32;

    private Sentences() {}

    static String of(InvalidReason reason) {
        return switch (reason) {
            case TYPE_1_TX_PRE_FORK, TYPE_2_TX_PRE_FORK, TYPE_3_TX_PRE_FORK, TYPE_4_TX_PRE_FORK ->
                "transaction type not supported";
            case INVALID_CHAINID -> "invalid chain ID";
            case GAS_LIMIT_EXCEEDS_MAXIMUM -> "transaction gas limit too high";
            case INTRINSIC_GAS_TOO_LOW -> "intrinsic gas too low";
            case INTRINSIC_GAS_BELOW_FLOOR_GAS_COST -> "insufficient gas for floor data gas cost";
            case NONCE_IS_MAX -> "nonce has max value";
            case INITCODE_SIZE_EXCEEDED -> "max initcode size exceeded";
            case GAS_ALLOWANCE_EXCEEDED -> "exceeds block gas limit";
            case TYPE_3_TX_ZERO_BLOBS -> "blob transaction missing blob hashes";
            case TYPE_3_TX_INVALID_BLOB_VERSIONED_HASH -> "blob hash version mismatch";
            case TYPE_3_TX_BLOB_COUNT_EXCEEDED, TYPE_3_TX_MAX_BLOB_GAS_ALLOWANCE_EXCEEDED ->
                "too many blobs in transaction";
            case INSUFFICIENT_MAX_FEE_PER_BLOB_GAS -> "max fee per blob gas less than block blob gas fee";
            case TYPE_4_EMPTY_AUTHORIZATION_LIST -> "set code transaction with empty auth list";
            case PRIORITY_GREATER_THAN_MAX_FEE_PER_GAS -> "max priority fee per gas higher than max fee per gas";
            case INSUFFICIENT_MAX_FEE_PER_GAS -> "max fee per gas less than block base fee";
            case NONCE_MISMATCH_TOO_LOW -> "nonce too low";
            case NONCE_MISMATCH_TOO_HIGH -> "nonce too high";
            case INSUFFICIENT_ACCOUNT_FUNDS -> "insufficient funds for gas * price + value";
            case SENDER_NOT_EOA -> "sender not an eoa";
        };
    }

    static String of(PoolRefusal refusal) {
        return switch (refusal) {
            case ALREADY_KNOWN -> "already known";
            case REPLACEMENT_UNDERPRICED -> "replacement transaction underpriced";
            case TOO_LARGE -> "oversized data";
            case FULL -> "txpool is full";
        };
    }

    static String of(HaltReason reason) {
        return switch (reason) {
            case OUT_OF_GAS -> "out of gas";
            case STACK_UNDERFLOW -> "stack underflow";
            case STACK_OVERFLOW -> "stack limit reached 1024";
            case UNDEFINED_INSTRUCTION -> "invalid opcode";
            case INVALID_JUMP -> "invalid jump destination";
            case WRITE_PROTECTION -> "write protection";
            case RETURN_DATA_OUT_OF_BOUNDS -> "return data out of bounds";
            case PRECOMPILE_FAILED -> "precompiled contract refused its input";
            case CODE_TOO_LARGE -> "max code size exceeded";
            case CODE_STARTS_WITH_EF -> "invalid code: must not begin with 0xef";
            case INITCODE_TOO_LARGE -> "max initcode size exceeded";
            case ADDRESS_TAKEN -> "contract address collision";
        };
    }

    /// With the reason, where the contract gave one as text.
    static String revert(Bytes output) {
        return text(output).isEmpty() ? "execution reverted" : "execution reverted: " + text(output);
    }

    /// The reason that a contract gave as text; "" where it gave none.
    static String text(Bytes output) {
        if (output.size() == SELECTOR + WORD && output.slice(0, SELECTOR).equals(PANIC)) {
            return panic(
                    new BigInteger(1, output.slice(SELECTOR, SELECTOR + WORD).toArray()));
        }
        int head = SELECTOR + 2 * WORD;
        if (output.size() < head || !output.slice(0, SELECTOR).equals(ERROR)) {
            return "";
        }
        BigInteger length =
                new BigInteger(1, output.slice(SELECTOR + WORD, head).toArray());
        if (length.compareTo(BigInteger.valueOf((long) output.size() - head)) > 0) {
            return "";
        }
        return new String(output.slice(head, head + length.intValueExact()).toArray(), StandardCharsets.UTF_8);
    }

    /// Source: Solidity documentation, "Panic via assert and Error via require"; the words are those of geth's
    /// accounts/abi (`panicReasons`).
    private static String panic(BigInteger code) {
        return switch (code.bitLength() < Integer.SIZE ? code.intValueExact() : -1) {
            case 0x00 -> "generic panic";
            case 0x01 -> "assert(false)";
            case 0x11 -> "arithmetic underflow or overflow";
            case 0x12 -> "division or modulo by zero";
            case 0x21 -> "enum overflow";
            case 0x22 -> "invalid encoded storage byte array accessed";
            case 0x31 -> "out-of-bounds array access; popping on an empty array";
            case 0x32 -> "out-of-bounds access of an array or bytesN";
            case 0x41 -> "out of memory";
            case 0x51 -> "uninitialized function";
            default -> "unknown panic code: 0x" + code.toString(16);
        };
    }
}
