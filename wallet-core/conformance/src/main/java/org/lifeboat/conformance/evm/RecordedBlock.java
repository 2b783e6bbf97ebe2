package org.lifeboat.conformance.evm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.conformance.proofs.RpcTransaction;
import org.lifeboat.evm.block.Withdrawal;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.verifier.block.Block;
import tools.jackson.databind.JsonNode;

/// A block of a real chain as nodes told it over JSON-RPC, with the witness to run it: `{blocks: [{header,
/// transaction, uncles, withdrawals}], witness: {state, ancestors, codes}, chainConfig}`.
/// @param chainId of the chain
/// @param preimages trie nodes and codes
/// @param headers RLP of the block's ancestors
public record RecordedBlock(Block block, long chainId, List<Bytes> preimages, List<Bytes> headers) {
    public static boolean isOne(JsonNode root) {
        return root.path("blocks").isArray() && root.path("witness").has("ancestors") && root.has("chainConfig");
    }

    /// The file's blocks.
    public static List<RecordedBlock> of(JsonNode root) {
        JsonNode witness = root.get("witness");
        List<Bytes> preimages = new ArrayList<>(bytes(witness.get("state")));
        preimages.addAll(bytes(witness.get("codes")));
        List<Bytes> headers = new ArrayList<>();
        witness.get("ancestors").forEach(header -> headers.add(header(header).encoded()));
        long chainId = root.get("chainConfig").get("chainId").asLong();
        List<RecordedBlock> blocks = new ArrayList<>();
        root.get("blocks").forEach(json -> blocks.add(new RecordedBlock(block(json), chainId, preimages, headers)));
        return blocks;
    }

    private static Block block(JsonNode json) {
        List<Bytes> transactions = new ArrayList<>();
        json.get("transaction")
                .forEach(each -> transactions.add(
                        new RpcTransaction(each).read().orElseThrow().encoded()));
        List<BlockHeader> ommers = new ArrayList<>();
        json.get("uncles").forEach(each -> ommers.add(header(each)));
        List<Withdrawal> withdrawals = new ArrayList<>();
        json.path("withdrawals").forEach(each -> withdrawals.add(withdrawal(each)));
        return new Block(
                header(json.get("header")),
                transactions,
                ommers,
                json.has("withdrawals") ? Optional.of(withdrawals) : Optional.empty());
    }

    private static Withdrawal withdrawal(JsonNode json) {
        return new Withdrawal(
                Fields.unsigned(json, "index"),
                Fields.unsigned(json, "validatorIndex"),
                Address.fromHex(json.get("address").asString()),
                Fields.unsigned(json, "amount"));
    }

    /// A header that hashes to the hash it came with.
    private static BlockHeader header(JsonNode json) {
        Map<String, String> members = new HashMap<>();
        json.properties().forEach(member -> {
            if (member.getValue().isString()) {
                members.put(member.getKey(), member.getValue().asString());
            }
        });
        Answer<BlockHeader> header =
                BlockHeader.fromFields(members, Hash32.fromHex(json.get("hash").asString()));
        if (header instanceof Answer.Proven<BlockHeader>(BlockHeader read)) {
            return read;
        }
        throw new IllegalArgumentException("a header: " + header);
    }

    private static List<Bytes> bytes(JsonNode list) {
        List<Bytes> all = new ArrayList<>();
        list.forEach(each -> all.add(Bytes.fromHex(each.asString())));
        return all;
    }
}
