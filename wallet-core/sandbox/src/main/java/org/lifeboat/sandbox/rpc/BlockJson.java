package org.lifeboat.sandbox.rpc;

import java.util.Optional;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.chain.SealedBlock;
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
        json.set("uncles", Shown.list());
        json.set("withdrawals", Shown.list());
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

    /// The whole block's RLP: header, transactions, no uncles, no withdrawals (EIP-4895, "New field in the
    /// execution payload").
    static Bytes encoded(SealedBlock block) {
        return new RlpWriter()
                .list(all -> {
                    all.raw(block.header().encoded());
                    all.list(block.transactions(), BlockJson::transaction);
                    all.list(_ -> {}).list(_ -> {});
                })
                .toBytes();
    }

    /// A typed transaction is a string of bytes there, an old one a list.
    private static void transaction(RlpWriter writer, ExecutedTransaction each) {
        Bytes encoded = each.sent().encoded();
        if (each.sent().type() == 0) {
            writer.raw(encoded);
        } else {
            writer.bytes(encoded);
        }
    }
}
