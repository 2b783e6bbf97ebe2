package org.lifeboat.sandbox.rpc;

import java.util.List;
import java.util.Optional;
import org.lifeboat.evm.block.Withdrawal;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.verifier.block.Block;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A block as `eth_getBlockByNumber` gives it (execution-apis, src/schemas/block.yaml).
final class BlockJson {
    private BlockJson() {}

    /// @param whole the transactions as objects, not as hashes
    static ObjectNode write(SealedBlock block, boolean whole) {
        BlockHeader header = block.header();
        ObjectNode json = Shown.object();
        json.put("hash", block.hash().toHex());
        json.put("parentHash", header.parentHash().toHex());
        json.put("sha3Uncles", header.ommersHash().toHex());
        json.put("miner", header.beneficiary().toHex());
        json.put("stateRoot", header.stateRoot().toHex());
        json.put("transactionsRoot", header.transactionsRoot().toHex());
        json.put("receiptsRoot", header.receiptsRoot().toHex());
        json.put("logsBloom", header.logsBloom().toHex());
        json.put("difficulty", Shown.quantity(header.difficulty()));
        json.put("number", Shown.quantity(header.number()));
        json.put("gasLimit", Shown.quantity(header.gasLimit()));
        json.put("gasUsed", Shown.quantity(header.gasUsed()));
        json.put("timestamp", Shown.quantity(header.unixSeconds()));
        json.put("extraData", header.extraData().toHex());
        json.put("mixHash", header.mixHash().toHex());
        json.put("nonce", header.nonce().toHex());
        header.baseFeePerGas().ifPresent(fee -> json.put("baseFeePerGas", Shown.quantity(fee)));
        putHash(json, "withdrawalsRoot", header.withdrawalsRoot());
        header.blobGasUsed().ifPresent(gas -> json.put("blobGasUsed", Shown.quantity(gas)));
        header.excessBlobGas().ifPresent(gas -> json.put("excessBlobGas", Shown.quantity(gas)));
        putHash(json, "parentBeaconBlockRoot", header.parentBeaconBlockRoot());
        putHash(json, "requestsHash", header.requestsHash());
        json.put("size", Shown.quantity(encoded(block).size()));
        ArrayNode uncles = json.putArray("uncles");
        block.ommers().forEach(each -> uncles.add(each.hash().toHex()));
        block.withdrawals().ifPresent(all -> {
            ArrayNode withdrawals = json.putArray("withdrawals");
            all.forEach(each -> withdrawals.add(withdrawal(each)));
        });
        ArrayNode transactions = json.putArray("transactions");
        for (ExecutedTransaction each : block.transactions()) {
            if (whole) {
                transactions.add(TransactionJson.mined(block, each));
            } else {
                transactions.add(each.sent().hash().toHex());
            }
        }
        return json;
    }

    private static void putHash(ObjectNode json, String name, Optional<Hash32> hash) {
        hash.ifPresent(value -> json.put(name, value.toHex()));
    }

    static ObjectNode withdrawal(Withdrawal withdrawal) {
        ObjectNode json = Shown.object();
        json.put("index", Shown.quantity(withdrawal.index()));
        json.put("validatorIndex", Shown.quantity(withdrawal.validator()));
        json.put("address", withdrawal.recipient().toHex());
        json.put("amount", Shown.quantity(withdrawal.amountGwei()));
        return json;
    }

    /// The whole block's RLP.
    static Bytes encoded(SealedBlock block) {
        List<Bytes> transactions =
                block.transactions().stream().map(each -> each.sent().encoded()).toList();
        return new Block(block.header(), transactions, block.ommers(), block.withdrawals()).encoded();
    }
}
