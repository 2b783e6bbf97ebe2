package org.lifeboat.conformance.opstack;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.chaincheck.RollupFile;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.rollups.opstack.execution.FeeParameters;
import org.lifeboat.rollups.opstack.execution.OpChain;
import org.lifeboat.rollups.opstack.execution.OpFork;
import org.lifeboat.verifier.block.Block;
import tools.jackson.databind.JsonNode;

/// A recorded block of an OP Stack chain: its parent's header, what the derivation says of it, and every trie
/// node, code and header that running it asks for.
/// @param draft the block without what follows from its run
public record WitnessedBlock(
        String name, OpChain chain, BlockHeader parent, Block draft, List<Bytes> preimages, Hash32 expectedHash) {
    private static final Hash32 NO_OMMERS =
            Keccak256.hash(new RlpWriter().list(_ -> {}).toBytes());

    public WitnessedBlock {
        preimages = List.copyOf(preimages);
    }

    static boolean recognises(JsonNode root) {
        return root.has("payloadAttributes") && root.has("preimages") && root.has("expectedBlockHash");
    }

    static WitnessedBlock read(String name, JsonNode root) {
        OpChain chain = chain(root.get("rollupConfig"));
        BlockHeader parent = header(root.get("parentHeader"));
        List<Bytes> preimages = new ArrayList<>();
        root.get("preimages").properties().forEach(entry -> preimages.add(bytes(entry.getValue())));
        return new WitnessedBlock(
                name,
                chain,
                parent,
                draft(chain, parent, root.get("payloadAttributes")),
                preimages,
                hash(root.get("expectedBlockHash")));
    }

    /// @param config as op-node's `rollup.json` has it
    public static OpChain chain(JsonNode config) {
        return RollupFile.chain(config);
    }

    private static Block draft(OpChain chain, BlockHeader parent, JsonNode attributes) {
        long time = number(attributes.get("timestamp")).longValue();
        OpFork fork = chain.forks().at(time);
        OpFork parentFork = chain.forks().at(parent.unixSeconds());
        FeeParameters fees = FeeParameters.from(parent.extraData(), parentFork, fork, chain.fees())
                .orElseThrow(() -> new IllegalArgumentException("the parent holds no fee parameters"));
        Wei baseFee = fees.next(
                parent.gasLimit().amount(),
                parent.gasUsed().amount(),
                parent.baseFeePerGas().orElseThrow());
        List<Bytes> transactions = attributes.get("transactions").values().stream()
                .map(WitnessedBlock::bytes)
                .toList();
        BlockHeader header = new BlockHeader(
                parent.hash(),
                NO_OMMERS,
                Address.fromHex(attributes.get("suggestedFeeRecipient").asString()),
                Hash32.ZERO,
                Hash32.ZERO,
                Hash32.ZERO,
                Bytes.of(new byte[BlockHeader.BLOOM_SIZE]),
                BigInteger.ZERO,
                parent.number() + 1,
                new Gas(number(attributes.get("gasLimit")).longValue()),
                new Gas(0),
                time,
                attributes.has("eip1559Params")
                        ? Bytes.of((byte) 0).plus(bytes(attributes.get("eip1559Params")))
                        : Bytes.EMPTY,
                hash(attributes.get("prevRandao")),
                Bytes.of(new byte[BlockHeader.NONCE_SIZE]),
                Optional.of(baseFee),
                Optional.of(Hash32.ZERO),
                Optional.of(new Gas(0)),
                Optional.of(new Gas(0)),
                Optional.of(hash(attributes.get("parentBeaconBlockRoot"))),
                fork.ethereum().rules().requests ? Optional.of(Hash32.ZERO) : Optional.empty());
        return new Block(header, transactions, List.of(), Optional.of(List.of()));
    }

    /// @param node as JSON-RPC gives it
    public static BlockHeader header(JsonNode node) {
        return new BlockHeader(
                hash(node.get("parentHash")),
                hash(node.get("sha3Uncles")),
                Address.fromHex(node.get("miner").asString()),
                hash(node.get("stateRoot")),
                hash(node.get("transactionsRoot")),
                hash(node.get("receiptsRoot")),
                bytes(node.get("logsBloom")),
                number(node.get("difficulty")),
                number(node.get("number")).longValue(),
                gas(node, "gasLimit").orElseThrow(),
                gas(node, "gasUsed").orElseThrow(),
                number(node.get("timestamp")).longValue(),
                bytes(node.get("extraData")),
                hash(node.get("mixHash")),
                bytes(node.get("nonce")),
                field(node, "baseFeePerGas").map(fee -> new Wei(number(fee))),
                field(node, "withdrawalsRoot").map(WitnessedBlock::hash),
                gas(node, "blobGasUsed"),
                gas(node, "excessBlobGas"),
                field(node, "parentBeaconBlockRoot").map(WitnessedBlock::hash),
                field(node, "requestsHash").map(WitnessedBlock::hash));
    }

    private static Optional<JsonNode> field(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }

    private static Optional<Gas> gas(JsonNode node, String name) {
        return field(node, name).map(value -> new Gas(number(value).longValue()));
    }

    private static BigInteger number(JsonNode node) {
        return new BigInteger(node.asString().substring(2), 16);
    }

    private static Hash32 hash(JsonNode node) {
        return Hash32.fromHex(node.asString());
    }

    private static Bytes bytes(JsonNode node) {
        return Bytes.fromHex(node.asString());
    }
}
