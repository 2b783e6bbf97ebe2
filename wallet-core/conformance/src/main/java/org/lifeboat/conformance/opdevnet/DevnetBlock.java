package org.lifeboat.conformance.opdevnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.conformance.opstack.WitnessedBlock;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.execution.OpChain;
import org.lifeboat.testkit.anvil.NodeClient;
import org.lifeboat.verifier.block.Block;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A block of the running L2, with the witness that op-geth makes of it.
final class DevnetBlock {
    private DevnetBlock() {}

    static OpChain chain(Stage stage) {
        return WitnessedBlock.chain(
                JsonMapper.shared().readTree(stage.facts().rollupConfig().toFile()));
    }

    static long head(NodeClient node) {
        return Actor.number(node.rpc("eth_blockNumber", "[]")).longValueExact();
    }

    static WitnessedBlock read(NodeClient node, OpChain chain, long number) {
        String at = "[\"0x" + Long.toHexString(number) + "\"]";
        Bytes raw = bytes(node.rpc("debug_getRawBlock", at));
        if (raw.isEmpty()) {
            throw new IllegalStateException("op-geth has no block " + number + " of its " + head(node));
        }
        Block block = value(Block.fromRlp(raw));
        JsonNode witness = node.rpc("debug_executionWitness", at);
        List<Bytes> preimages = new ArrayList<>();
        witness.get("state").forEach(part -> preimages.add(bytes(part)));
        witness.get("codes").forEach(part -> preimages.add(bytes(part)));
        List<BlockHeader> ancestors = witness.get("headers").values().stream()
                .map(WitnessedBlock::header)
                .toList();
        BlockHeader parent = ancestors.stream()
                .filter(header -> header.hash().equals(block.header().parentHash()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the witness lacks the parent of block " + number));
        ancestors.forEach(header -> preimages.add(header.encoded()));
        String named = node.rpc("eth_getBlockByNumber", "[\"0x" + Long.toHexString(number) + "\",false]")
                .get("hash")
                .stringValue();
        return new WitnessedBlock("block " + number, chain, parent, draft(block), preimages, Hash32.fromHex(named));
    }

    /// The block without what follows from its run, so that nothing can be copied from the answer.
    private static Block draft(Block block) {
        BlockHeader whole = block.header();
        BlockHeader header = new BlockHeader(
                whole.parentHash(),
                whole.ommersHash(),
                whole.beneficiary(),
                Hash32.ZERO,
                Hash32.ZERO,
                Hash32.ZERO,
                Bytes.of(new byte[BlockHeader.BLOOM_SIZE]),
                whole.difficulty(),
                whole.number(),
                whole.gasLimit(),
                new Gas(0),
                whole.unixSeconds(),
                whole.extraData(),
                whole.mixHash(),
                whole.nonce(),
                whole.baseFeePerGas(),
                Optional.of(Hash32.ZERO),
                Optional.of(new Gas(0)),
                whole.excessBlobGas(),
                whole.parentBeaconBlockRoot(),
                Optional.of(Hash32.ZERO));
        return new Block(header, block.transactions(), block.ommers(), block.withdrawals());
    }

    private static <T> T value(Answer<T> answer) {
        if (answer instanceof Answer.Proven<T>(T value)) {
            return value;
        }
        throw new IllegalStateException("op-geth's block could not be read: " + answer);
    }

    private static Bytes bytes(JsonNode node) {
        return Bytes.fromHex(node.stringValue());
    }
}
