package org.lifeboat.conformance.opdevnet;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lifeboat.conformance.Report;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.engine.chaincheck.GenesisState;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.rollups.opstack.derivation.BlobHashing;
import org.lifeboat.rollups.opstack.derivation.BlockBuilder;
import org.lifeboat.rollups.opstack.derivation.ChainCheck;
import org.lifeboat.rollups.opstack.derivation.Derivation;
import org.lifeboat.rollups.opstack.derivation.Given;
import org.lifeboat.rollups.opstack.derivation.Need;
import org.lifeboat.rollups.opstack.derivation.PayloadAttributes;
import org.lifeboat.rollups.opstack.derivation.RollupConfig;
import org.lifeboat.rollups.opstack.derivation.Step;
import org.lifeboat.rollups.opstack.derivation.Upgrades;
import org.lifeboat.rollups.opstack.derivation.Verdict;
import org.lifeboat.testkit.anvil.NodeClient;
import org.lifeboat.verifier.block.Block;
import org.lifeboat.verifier.block.MissingPart;
import org.lifeboat.verifier.trie.PreimageStore;
import org.lifeboat.verifier.trie.StateTrie;
import tools.jackson.databind.JsonNode;

/// The L2 of a running network, derived here from its L1 and executed, block by block, and compared with
/// what a stranger's op-node and op-geth came to. Of the L2's servers only witnesses are used, which are
/// hashed here.
final class DerivedChain {
    private static final int CODE_BYTES = 16 << 20;
    private static final int MOST_PROOFS = 20;

    private final L1Node l1;
    private final NodeClient l2;
    private final NodeClient l2Node;
    private final RollupConfig rollup;
    private final Upgrades upgrades;
    private final BlobHashing blobs;
    private final Report report;
    private final BlockBuilder builder;
    private int depositsOnly;

    /// What is asked.
    /// @param l2 op-geth of a verifier
    /// @param l2Node its op-node
    record Network(NodeClient l1, URI beacon, NodeClient l2, NodeClient l2Node) {}

    DerivedChain(Network network, RollupConfig rollup, Upgrades upgrades, BlobHashing blobs, Report report) {
        this.l1 = new L1Node(network.l1(), network.beacon());
        this.l2 = network.l2();
        this.l2Node = network.l2Node();
        this.rollup = rollup;
        this.upgrades = upgrades;
        this.blobs = blobs;
        this.report = report;
        this.builder = new BlockBuilder(rollup.chain(), Secp256k1.preferred(), new CodeCache(CODE_BYTES));
    }

    /// Derives the blocks from `after` (exclusive) to `last` (inclusive), as far as L1 goes.
    /// @return how many were
    int follow(long after, long last) {
        Block anchor = block(after);
        Derivation derivation = proven(Derivation.after(
                rollup, upgrades, blobs, Secp256k1.preferred(), anchor.header(), anchor.transactions()));
        BlockHeader parent = anchor.header();
        int derived = 0;
        while (parent.number() < last) {
            switch (derivation.step()) {
                case Step.Needs(Need need) -> {
                    Optional<Given> answer = answer(need);
                    if (answer.isEmpty()) {
                        return derived;
                    }
                    derivation.give(answer.get()).ifPresent(reason -> {
                        throw new IllegalStateException(need + " refused: " + reason);
                    });
                }
                case Step.Attributes(PayloadAttributes attributes) -> {
                    Optional<BlockHeader> built = build(derivation, attributes, parent);
                    if (built.isPresent()) {
                        parent = built.get();
                        derived++;
                        derivation.applied(parent);
                    } else {
                        derivation.rejected();
                    }
                }
                case Step.Reorganised(BlockRef at, BlockRef _) ->
                    throw new IllegalStateException("L1 went back to " + at + " while it was read");
                case Step.Stopped stopped -> throw new IllegalStateException("stopped: " + stopped);
            }
        }
        return derived;
    }

    /// Runs all blocks up to `last` again from the chain's beginning, without any server of the L2; what op-node says
    /// of the last one is compared.
    Verdict recompute(GenesisState beginning, long last) {
        JsonNode output = l2Node.rpc("optimism_outputAtBlock", "[\"0x%x\"]".formatted(last));
        Derivation derivation =
                proven(Derivation.after(rollup, upgrades, blobs, Secp256k1.preferred(), beginning.header(), List.of()));
        ChainCheck check = new ChainCheck(
                derivation,
                builder,
                beginning.header(),
                new TreeMap<>(
                        Map.of(last, Hash32.fromHex(output.get("outputRoot").stringValue()))));
        check.standOn(beginning.state());
        while (true) {
            switch (check.step()) {
                case ChainCheck.Progress.Needs(Need need) -> {
                    if (need instanceof Need.L2Blocks) {
                        throw new IllegalStateException("a server of the L2 is asked for");
                    }
                    check.give(answer(need).orElseThrow(() -> new IllegalStateException("L1 ends at " + need)))
                            .ifPresent(reason -> {
                                throw new IllegalStateException(need + " refused: " + reason);
                            });
                }
                case ChainCheck.Progress.NeedsState(BlockRef parent, MissingPart part) ->
                    throw new IllegalStateException("after " + parent + " a part of the state is missing: " + part);
                case ChainCheck.Progress.Derived _ -> {}
                case ChainCheck.Progress.WentBack(BlockRef head) ->
                    throw new IllegalStateException("L1 went back to " + head + " while it was read");
                case ChainCheck.Progress.Done(Verdict verdict) -> {
                    return verdict;
                }
            }
        }
    }

    /// How many blocks lost their transactions because one could not be executed.
    int depositsOnly() {
        return depositsOnly;
    }

    /// Empty where the block cannot be executed with these transactions.
    private Optional<BlockHeader> build(Derivation derivation, PayloadAttributes attributes, BlockHeader parent) {
        long number = parent.number() + 1;
        String name = "derived block " + number;
        JsonNode witness = l2.rpc("debug_executionWitness", "[\"0x%x\"]".formatted(number));
        PreimageStore store = new PreimageStore();
        witness.get("state").values().forEach(part -> store.add(Bytes.fromHex(part.stringValue())));
        witness.get("codes").values().forEach(part -> store.add(Bytes.fromHex(part.stringValue())));
        BlockBuilder.Result result = execute(derivation, attributes, parent, store);
        if (result instanceof BlockBuilder.Result.Invalid) {
            depositsOnly++;
            return Optional.empty();
        }
        if (!(result instanceof BlockBuilder.Result.Built(Block built, var _))) {
            throw new IllegalStateException(name + ": " + result);
        }
        JsonNode output = l2Node.rpc("optimism_outputAtBlock", "[\"0x%x\"]".formatted(number));
        BlockHeader header = built.header();
        report.equal(
                name + " hash",
                output.at("/blockRef/hash").stringValue(),
                header.hash().toHex());
        report.equal(
                name + " output root",
                output.get("outputRoot").stringValue(),
                OutputRoot.of(header).orElseThrow().hash().toHex());
        return Optional.of(header);
    }

    /// What op-geth's witness leaves out, because its own way to run a block does not read it, is asked for
    /// by proof.
    private BlockBuilder.Result execute(
            Derivation derivation, PayloadAttributes attributes, BlockHeader parent, PreimageStore store) {
        BlockBuilder.Result result =
                builder.build(attributes, parent, StateTrie.of(parent.stateRoot(), store), derivation::blockHash);
        for (int tries = 0;
                tries < MOST_PROOFS && result instanceof BlockBuilder.Result.Incomplete(var missing);
                tries++) {
            if (missing instanceof MissingPart.Node(var _, Optional<StateKey> key) && key.isPresent()) {
                prove(key.get(), parent.number(), store);
            }
            result = builder.build(attributes, parent, StateTrie.of(parent.stateRoot(), store), derivation::blockHash);
        }
        return result;
    }

    private void prove(StateKey key, long number, PreimageStore store) {
        String wanted = switch (key) {
            case StateKey.Account(Address address) -> "\"%s\",[]".formatted(address.toHex());
            case StateKey.Storage(Address address, Hash32 slot) -> "\"%s\",[\"%s\"]".formatted(address.toHex(), slot);
            case StateKey.Code _, StateKey.BlockHash _ -> throw new IllegalStateException("no proof of " + key);
        };
        JsonNode proof = l2.rpc("eth_getProof", "[%s,\"0x%x\"]".formatted(wanted, number));
        proof.get("accountProof").values().forEach(node -> store.add(Bytes.fromHex(node.stringValue())));
        proof.get("storageProof").values().stream()
                .flatMap(slot -> slot.get("proof").values().stream())
                .forEach(node -> store.add(Bytes.fromHex(node.stringValue())));
    }

    private Optional<Given> answer(Need need) {
        return switch (need) {
            case Need.L1Header(long number, var _) -> l1.header(number).map(Given.L1Header::new);
            case Need.L1Receipts(BlockRef block) -> Optional.of(new Given.L1Receipts(l1.receipts(block)));
            case Need.L1Transactions(BlockRef block) -> Optional.of(new Given.L1Transactions(l1.transactions(block)));
            case Need.Blobs(BlockRef block, List<Hash32> hashes) ->
                Optional.of(new Given.Blobs(l1.blobs(block, hashes)));
            case Need.L2Blocks(Hash32 newest) -> Optional.of(new Given.L2Blocks(ancestors(newest)));
        };
    }

    private List<Given.L2Block> ancestors(Hash32 newest) {
        long number = L1Node.number(
                l2.rpc("eth_getBlockByHash", "[\"%s\",false]".formatted(newest)).get("number"));
        List<Given.L2Block> blocks = new ArrayList<>();
        for (long each = number; each >= Math.max(rollup.genesis().l2Number(), number - 20); each--) {
            Block block = block(each);
            blocks.add(new Given.L2Block(block.header(), block.transactions()));
        }
        return blocks;
    }

    private Block block(long number) {
        return proven(Block.fromRlp(Bytes.fromHex(
                l2.rpc("debug_getRawBlock", "[\"0x%x\"]".formatted(number)).stringValue())));
    }

    private static <T> T proven(Answer<T> answer) {
        if (answer instanceof Answer.Proven<T>(T value)) {
            return value;
        }
        throw new IllegalStateException("not read: " + answer);
    }
}
