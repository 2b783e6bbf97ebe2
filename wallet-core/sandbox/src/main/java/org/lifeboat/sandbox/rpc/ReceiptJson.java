package org.lifeboat.sandbox.rpc;

import org.lifeboat.evm.transaction.TransactionParts;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.sandbox.chain.ChainSettings;
import org.lifeboat.sandbox.chain.Environments;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.chain.SealedBlock;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Receipts and logs as JSON-RPC gives them (execution-apis, src/schemas/receipt.yaml).
final class ReceiptJson {
    private ReceiptJson() {}

    /// @param settings of the block's chain
    static ObjectNode write(ChainSettings settings, SealedBlock block, ExecutedTransaction each) {
        Receipt receipt = each.receipt();
        ObjectNode json = Shown.object();
        json.put("type", Shown.quantity(receipt.type()));
        switch (receipt.outcome()) {
            case Receipt.Outcome.Status(boolean succeeded) -> json.put("status", Shown.quantity(succeeded ? 1 : 0));
            case Receipt.Outcome.PostState(Hash32 root) -> json.put("root", root.toHex());
        }
        json.put("cumulativeGasUsed", Shown.quantity(receipt.cumulativeGasUsed()));
        json.put("logsBloom", receipt.logsBloom().toHex());
        ArrayNode logs = json.putArray("logs");
        for (int i = 0; i < receipt.logs().size(); i++) {
            logs.add(log(block, each, i));
        }
        putPlace(json, block, each);
        TransactionJson.putAddress(json, "contractAddress", each.created());
        json.put("gasUsed", Shown.quantity(each.gasUsed()));
        json.put("effectiveGasPrice", Shown.quantity(each.price()));
        json.put("from", each.sent().from().toHex());
        TransactionJson.putAddress(json, "to", each.sent().transaction().recipient());
        long blobGas = TransactionParts.blobGas(each.sent().transaction());
        if (blobGas > 0) {
            json.put("blobGasUsed", Shown.quantity(blobGas));
            json.put("blobGasPrice", Shown.quantity(Environments.blobBaseFee(settings, block.header())));
        }
        each.l1Fee().ifPresent(fee -> json.put("l1Fee", Shown.quantity(fee)));
        receipt.deposit().ifPresent(deposit -> {
            json.put("depositNonce", Shown.quantity(deposit.nonce()));
            deposit.version().ifPresent(version -> json.put("depositReceiptVersion", Shown.quantity(version)));
        });
        return json;
    }

    /// @param index among the transaction's own logs
    static ObjectNode log(SealedBlock block, ExecutedTransaction each, int index) {
        return log(block, each, each.receipt().logs().get(index), each.firstLog() + index);
    }

    /// @param index among all events of the block
    static ObjectNode log(SealedBlock block, ExecutedTransaction each, Log log, int index) {
        ObjectNode json = Shown.object();
        json.put("address", log.contract().toHex());
        ArrayNode topics = json.putArray("topics");
        log.topics().forEach(topic -> topics.add(topic.toHex()));
        json.put("data", log.data().toHex());
        putPlace(json, block, each);
        json.put("blockTimestamp", Shown.quantity(block.header().unixSeconds()));
        json.put("logIndex", Shown.quantity(index));
        json.put("removed", false);
        return json;
    }

    private static void putPlace(ObjectNode json, SealedBlock block, ExecutedTransaction each) {
        json.put("transactionHash", each.sent().hash().toHex());
        json.put("transactionIndex", Shown.quantity(each.index()));
        json.put("blockHash", block.hash().toHex());
        json.put("blockNumber", Shown.quantity(block.number()));
    }
}
