package org.lifeboat.engine.chaincheck;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.primitives.trie.TrieProof;
import org.lifeboat.rollups.opstack.derivation.BlockBuilder;
import org.lifeboat.rollups.opstack.derivation.Derivation;
import org.lifeboat.rollups.opstack.derivation.Given;
import org.lifeboat.rollups.opstack.derivation.Need;
import org.lifeboat.rollups.opstack.derivation.PayloadAttributes;
import org.lifeboat.rollups.opstack.derivation.RollupConfig;
import org.lifeboat.rollups.opstack.derivation.Step;
import org.lifeboat.rollups.opstack.derivation.Upgrades;
import org.lifeboat.verifier.trie.PreimageStore;
import org.lifeboat.verifier.trie.StateTrie;

/// An L1 on which nothing happens, and the L2 that follows from it: its state is empty at first, its
/// operator says nothing, so that its blocks are made without him once his time is over.
final class QuietChains {
    private static final long GENESIS = 1_800_000_000L;
    private static final Hash32 NO_OMMERS =
            Keccak256.hash(new RlpWriter().list(_ -> {}).toBytes());
    private static final Bytes FEES = Bytes.fromHex("0x01000000fa000000060000000000000000");

    final List<BlockHeader> l1 = new ArrayList<>();
    final List<Given.L2Block> l2 = new ArrayList<>();
    final RollupConfig rollup;

    QuietChains(int l1Blocks, int l2Blocks) {
        for (int number = 0; number < l1Blocks; number++) {
            l1.add(header(
                    number == 0 ? Hash32.ZERO : l1.getLast().hash(), number, GENESIS + 12L * number, Bytes.EMPTY));
        }
        BlockHeader genesis = header(Hash32.ZERO, 0, GENESIS, FEES);
        l2.add(new Given.L2Block(genesis, List.of()));
        rollup = config(genesis);
        build(l2Blocks);
    }

    private RollupConfig config(BlockHeader genesis) {
        if (RollupFile.read(file(l1.getFirst(), genesis), Optional.empty())
                instanceof Answer.Proven<RollupConfig>(RollupConfig read)) {
            return read;
        }
        throw new AssertionError("the file was not read");
    }

    static String file(BlockHeader l1, BlockHeader l2) {
        return """
                {"genesis": {"l1": {"hash": "%s", "number": 0}, "l2": {"hash": "%s", "number": 0}, "l2_time": %d,
                 "system_config": {"batcherAddr": "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC",
                  "overhead": "0x0000000000000000000000000000000000000000000000000000000000000000",
                  "scalar": "0x010000000000000000000000000000000000000000000000000c5fc500000558",
                  "gasLimit": 30000000}},
                 "block_time": 2, "max_sequencer_drift": 600, "seq_window_size": 4, "channel_timeout": 50,
                 "l1_chain_id": 900, "l2_chain_id": 901, "regolith_time": 0, "canyon_time": 0, "delta_time": 0,
                 "ecotone_time": 0, "fjord_time": 0, "granite_time": 0, "holocene_time": 0, "isthmus_time": 0,
                 "jovian_time": 0, "interop_time": null,
                 "batch_inbox_address": "0xff00000000000000000000000000000000000901",
                 "deposit_contract_address": "0x5FC8d32690cc91D4c39d9d3abcBD16989F875707",
                 "l1_system_config_address": "0x9fE46736679d2D9a65F0992F2272dE9f3c7fa6e0",
                 "chain_op_config": {"eip1559Elasticity": 6, "eip1559Denominator": 50,
                  "eip1559DenominatorCanyon": 250}}
                """.formatted(l1.hash(), l2.hash(), GENESIS);
    }

    /// As the chain's own node would.
    private void build(int blocks) {
        BlockBuilder builder = new BlockBuilder(rollup.chain(), Secp256k1.preferred(), new CodeCache(1 << 20));
        PreimageStore store = new PreimageStore();
        if (!(Derivation.after(
                        rollup,
                        Upgrades.NONE,
                        _ -> Optional.empty(),
                        Secp256k1.preferred(),
                        l2.getFirst().header(),
                        List.of())
                instanceof Answer.Proven<Derivation>(Derivation derivation))) {
            throw new AssertionError("no derivation");
        }
        while (l2.size() <= blocks) {
            switch (derivation.step()) {
                case Step.Needs(Need need) -> derivation.give(given(need));
                case Step.Attributes(PayloadAttributes attributes) -> {
                    BlockHeader parent = l2.getLast().header();
                    StateTrie state = StateTrie.of(parent.stateRoot(), store);
                    if (!(builder.build(attributes, parent, state, derivation::blockHash)
                            instanceof BlockBuilder.Result.Built(var block, var _))) {
                        throw new AssertionError("not built");
                    }
                    l2.add(new Given.L2Block(block.header(), block.transactions()));
                    derivation.applied(block.header());
                }
                case Step.Reorganised _, Step.Stopped _ -> throw new AssertionError("stopped");
            }
        }
    }

    private Given given(Need need) {
        return switch (need) {
            case Need.L1Header(long number, var _) -> new Given.L1Header(l1.get((int) number));
            case Need.L1Receipts _ -> new Given.L1Receipts(List.of());
            case Need.L1Transactions _ -> new Given.L1Transactions(List.of());
            case Need.Blobs _, Need.L2Blocks _ -> throw new AssertionError("not needed");
        };
    }

    static BlockHeader header(Hash32 parent, long number, long time, Bytes extra) {
        return new BlockHeader(
                parent,
                NO_OMMERS,
                Address.ZERO,
                TrieProof.EMPTY_ROOT,
                TrieProof.EMPTY_ROOT,
                TrieProof.EMPTY_ROOT,
                Bytes.of(new byte[BlockHeader.BLOOM_SIZE]),
                BigInteger.ZERO,
                number,
                new Gas(30_000_000),
                new Gas(0),
                time,
                extra,
                Hash32.ofNumber(number),
                Bytes.of(new byte[BlockHeader.NONCE_SIZE]),
                Optional.of(Wei.of(1_000)),
                Optional.of(TrieProof.EMPTY_ROOT),
                Optional.of(new Gas(0)),
                Optional.of(new Gas(0)),
                Optional.of(Hash32.ofNumber(number + 500)),
                Optional.of(Hash32.fromHex("0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")));
    }

    /// The members of a header as JSON-RPC writes them.
    static Map<String, String> fields(BlockHeader header) {
        return Map.ofEntries(
                Map.entry("parentHash", header.parentHash().toHex()),
                Map.entry("sha3Uncles", header.ommersHash().toHex()),
                Map.entry("miner", header.beneficiary().toHex()),
                Map.entry("stateRoot", header.stateRoot().toHex()),
                Map.entry("transactionsRoot", header.transactionsRoot().toHex()),
                Map.entry("receiptsRoot", header.receiptsRoot().toHex()),
                Map.entry("logsBloom", header.logsBloom().toHex()),
                Map.entry("difficulty", "0x0"),
                Map.entry("number", quantity(header.number())),
                Map.entry("gasLimit", quantity(header.gasLimit().amount())),
                Map.entry("gasUsed", quantity(header.gasUsed().amount())),
                Map.entry("timestamp", quantity(header.unixSeconds())),
                Map.entry("extraData", header.extraData().toHex()),
                Map.entry("mixHash", header.mixHash().toHex()),
                Map.entry("nonce", header.nonce().toHex()),
                Map.entry(
                        "baseFeePerGas",
                        "0x" + header.baseFeePerGas().orElseThrow().value().toString(16)),
                Map.entry(
                        "withdrawalsRoot",
                        header.withdrawalsRoot().orElseThrow().toHex()),
                Map.entry(
                        "blobGasUsed",
                        quantity(header.blobGasUsed().orElseThrow().amount())),
                Map.entry(
                        "excessBlobGas",
                        quantity(header.excessBlobGas().orElseThrow().amount())),
                Map.entry(
                        "parentBeaconBlockRoot",
                        header.parentBeaconBlockRoot().orElseThrow().toHex()),
                Map.entry("requestsHash", header.requestsHash().orElseThrow().toHex()));
    }

    private static String quantity(long number) {
        return "0x" + Long.toHexString(number);
    }
}
