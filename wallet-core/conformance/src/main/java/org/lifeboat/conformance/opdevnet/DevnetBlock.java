package org.lifeboat.conformance.opdevnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.conformance.opstack.BlockFormat;
import org.lifeboat.conformance.opstack.WitnessedBlock;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.execution.OpChain;
import org.lifeboat.testkit.anvil.NodeClient;
import org.lifeboat.verifier.block.Block;
import org.lifeboat.verifier.block.BlockOutput;
import org.lifeboat.verifier.block.Execution;
import org.lifeboat.verifier.block.MissingPart;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A block of the running L2, with the witness that op-geth makes of it.
final class DevnetBlock {
    private static final int MOST_PROOFS = 400;

    /// What op-geth says of accounts that are not there.
    private static final Set<Hash32> NO_CODE = Set.of(Hash32.ZERO, Code.EMPTY_HASH);

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

    /// @param block with all that it needed
    /// @param absent how many accounts that are not there had to be proven so
    /// @param present how many accounts and slots that are there the witness lacked
    record Completed(WitnessedBlock block, int absent, int present) {}

    /// Runs the block, and where its witness lacks something asks for proofs of it. op-geth's witnesses do not show
    /// that an account is absent, and that of the first block of Karst lacks most of what the upgrade touches.
    static Completed completed(NodeClient node, WitnessedBlock block) {
        WitnessedBlock whole = block;
        int absent = 0;
        int present = 0;
        while (absent + present < MOST_PROOFS
                && BlockFormat.execute(whole) instanceof Execution.Incomplete(MissingPart missing)) {
            JsonNode proof = proof(node, whole, missing);
            boolean there = !proof.get("nonce").stringValue().equals("0x0")
                    || !proof.get("balance").stringValue().equals("0x0")
                    || !NO_CODE.contains(Hash32.fromHex(proof.get("codeHash").stringValue()));
            absent += there ? 0 : 1;
            present += there ? 1 : 0;
            whole = with(whole, nodes(node, proof, parent(whole)));
        }
        return new Completed(whole, absent, present);
    }

    private static String parent(WitnessedBlock block) {
        return "0x" + Long.toHexString(block.parent().number());
    }

    private static JsonNode proof(NodeClient node, WitnessedBlock block, MissingPart missing) {
        return switch (missing) {
            case MissingPart.Node(var lacked, Optional<StateKey> key)
            when key.isPresent() -> proof(node, key.get(), parent(block));
            case MissingPart.Node _, MissingPart.Code _, MissingPart.Parent _, MissingPart.Ancestor _ ->
                throw new IllegalStateException("the witness lacks what no proof can be asked for: " + missing);
        };
    }

    private static JsonNode proof(NodeClient node, StateKey key, String parent) {
        String parameters = switch (key) {
            case StateKey.Account(Address account) -> "[\"%s\",[],\"%s\"]".formatted(account.toHex(), parent);
            case StateKey.Storage(Address account, Hash32 slot) ->
                "[\"%s\",[\"%s\"],\"%s\"]".formatted(account.toHex(), slot.toHex(), parent);
            case StateKey.Code _, StateKey.BlockHash _ -> throw new IllegalStateException("no proof shows " + key);
        };
        return node.rpc("eth_getProof", parameters);
    }

    /// A proof's nodes, and the account's code.
    private static List<Bytes> nodes(NodeClient node, JsonNode proof, String parent) {
        List<Bytes> parts = new ArrayList<>();
        proof.get("accountProof").forEach(part -> parts.add(bytes(part)));
        proof.get("storageProof").forEach(slot -> slot.get("proof").forEach(part -> parts.add(bytes(part))));
        String account = proof.get("address").stringValue();
        parts.add(bytes(node.rpc("eth_getCode", "[\"%s\",\"%s\"]".formatted(account, parent))));
        return parts;
    }

    /// Where the block made here differs from op-geth's; empty where it does not.
    static String difference(NodeClient node, WitnessedBlock block) {
        if (!(BlockFormat.execute(block) instanceof Execution.Done(BlockOutput output))) {
            return "not executed: " + BlockFormat.execute(block);
        }
        BlockHeader made = output.seal(block.draft().header(), block.draft().transactions());
        if (made.hash().equals(block.expectedHash())) {
            return "";
        }
        String at = "[\"0x" + Long.toHexString(made.number()) + "\"]";
        JsonNode receipts = node.rpc("eth_getBlockReceipts", at);
        for (int i = 0; i < receipts.size(); i++) {
            String theirs = receipts.get(i).get("cumulativeGasUsed").stringValue() + " status "
                    + receipts.get(i).get("status").stringValue();
            String ours = "0x"
                    + Long.toHexString(
                            output.receipts().get(i).cumulativeGasUsed().amount()) + " "
                    + output.receipts().get(i).outcome();
            if (!theirs.split(" ", 2)[0].equals(ours.split(" ", 2)[0])) {
                return "transaction %d %s: gas %s there, %s here"
                        .formatted(i, receipts.get(i).get("transactionHash").stringValue(), theirs, ours);
            }
        }
        BlockHeader theirs = value(BlockHeader.fromRlp(bytes(node.rpc("debug_getRawHeader", at))));
        return "no transaction's gas differs; theirs " + theirs + " ours " + made;
    }

    private static WitnessedBlock with(WitnessedBlock block, List<Bytes> more) {
        List<Bytes> all = new ArrayList<>(block.preimages());
        all.addAll(more);
        return new WitnessedBlock(
                block.name(), block.chain(), block.parent(), block.draft(), all, block.expectedHash());
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
