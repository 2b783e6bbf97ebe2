package org.lifeboat.rpc.wire;

import java.util.Optional;
import org.lifeboat.engine.source.ReceiptClaim;
import org.lifeboat.engine.source.TransactionClaim;
import org.lifeboat.primitives.Hash32;

/// Reads `eth_getTransactionReceipt` and `eth_getTransactionByHash`.
final class ReceiptResult {
    private ReceiptResult() {}

    static Optional<ReceiptClaim> read(Hash32 asked, Value receipt) {
        if (receipt.isNull()) {
            return Optional.empty();
        }
        Result.same(asked, receipt.member("transactionHash").word(), "transaction");
        return Optional.of(new ReceiptClaim(
                asked,
                receipt.member("blockHash").word(),
                receipt.member("blockNumber").number(),
                succeeded(receipt.member("status")),
                receipt.member("gasUsed").gas(),
                receipt.member("effectiveGasPrice").optional(Value::wei),
                receipt.member("l1Fee").optional(Value::wei),
                receipt.member("contractAddress").optional(Value::address),
                receipt.member("logs").list(log -> LogResult.ofReceipt(asked, log))));
    }

    /// `status`, EIP-658: 1 for success, 0 for failure. Nothing else is allowed. Receipts from before Byzantium
    /// carry a state root instead; whether such a transaction succeeded cannot be said, so they are refused.
    private static boolean succeeded(Value status) {
        long code = status.number();
        if (code > 1) {
            throw status.wrong("is neither 0 nor 1");
        }
        return code == 1;
    }

    static Optional<TransactionClaim> readTransaction(Hash32 asked, Value transaction) {
        if (transaction.isNull()) {
            return Optional.empty();
        }
        Result.same(asked, transaction.member("hash").word(), "transaction");
        return Optional.of(new TransactionClaim(
                asked,
                transaction.member("nonce").nonce(),
                transaction.member("blockHash").optional(Value::word)));
    }
}
