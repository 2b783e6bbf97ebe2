package org.lifeboat.sandbox.rpc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.node.ChainNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/// Which chain this is, and its blocks.
final class ChainMethods {
    private final ChainNode node;
    private final Blocks blocks;
    private final String version;

    /// @param version what the program calls itself
    ChainMethods(ChainNode node, String version) {
        this.node = node;
        this.blocks = new Blocks(node);
        this.version = version;
    }

    Map<String, Method> all() {
        return Map.ofEntries(
                Map.entry("eth_chainId", _ -> Shown.text(Shown.quantity(chainId()))),
                Map.entry("net_version", _ -> Shown.text(Long.toString(chainId()))),
                Map.entry("web3_clientVersion", _ -> Shown.text(version)),
                Map.entry(
                        "web3_sha3",
                        params -> Shown.text(Keccak256.hash(params.required(0, Params::bytes))
                                .toHex())),
                Map.entry("eth_syncing", _ -> BooleanNode.FALSE),
                Map.entry("eth_accounts", _ -> Shown.list()),
                Map.entry(
                        "eth_blockNumber",
                        _ -> Shown.text(Shown.quantity(node.history().newest().number()))),
                Map.entry("eth_getBlockByNumber", params -> block(params.required(0, blocks::byNumber), params)),
                Map.entry("eth_getBlockByHash", params -> block(byHash(params), params)),
                Map.entry(
                        "eth_getBlockTransactionCountByNumber", params -> count(params.required(0, blocks::byNumber))),
                Map.entry("eth_getBlockTransactionCountByHash", params -> count(byHash(params))),
                Map.entry("eth_getBlockReceipts", this::receipts),
                Map.entry("eth_capabilities", _ -> capabilities()),
                Map.entry(
                        "debug_getRawHeader",
                        params -> Shown.text(
                                blocks.of(params, 0).header().encoded().toHex())),
                Map.entry(
                        "debug_getRawBlock",
                        params -> Shown.text(
                                BlockJson.encoded(blocks.of(params, 0)).toHex())),
                Map.entry("debug_getRawReceipts", this::rawReceipts));
    }

    private long chainId() {
        return node.settings().chain().value();
    }

    private Optional<SealedBlock> byHash(Params params) {
        return node.history().find(params.required(0, Params::word));
    }

    private static JsonNode block(Optional<SealedBlock> block, Params params) {
        boolean whole = params.optional(1, Params::flag).orElse(false);
        return block.<JsonNode>map(found -> BlockJson.write(found, whole)).orElseGet(Shown::nothing);
    }

    private static JsonNode count(Optional<SealedBlock> block) {
        return block.map(found -> Shown.text(Shown.quantity(found.transactions().size())))
                .orElseGet(Shown::nothing);
    }

    private JsonNode receipts(Params params) {
        Optional<SealedBlock> block = params.required(0, blocks::find);
        if (block.isEmpty()) {
            return Shown.nothing();
        }
        ArrayNode receipts = Shown.list();
        for (ExecutedTransaction each : block.get().transactions()) {
            receipts.add(ReceiptJson.write(node.settings(), block.get(), each));
        }
        return receipts;
    }

    /// Everything since the oldest block is there, and nothing is ever deleted. Source: execution-apis,
    /// `eth_capabilities`.
    private JsonNode capabilities() {
        SealedBlock newest = node.history().newest();
        ObjectNode json = Shown.object();
        ObjectNode head = json.putObject("head");
        head.put("number", Shown.quantity(newest.number()));
        head.put("hash", newest.hash().toHex());
        for (String what : List.of("state", "tx", "logs", "receipts", "blocks", "stateproofs")) {
            ObjectNode kept = json.putObject(what);
            kept.put("disabled", false);
            kept.put("oldestBlock", Shown.quantity(node.history().oldest().number()));
        }
        return json;
    }

    private JsonNode rawReceipts(Params params) {
        return Shown.bytes(blocks.of(params, 0).transactions().stream()
                .map(each -> each.receipt().encoded())
                .toList());
    }
}
