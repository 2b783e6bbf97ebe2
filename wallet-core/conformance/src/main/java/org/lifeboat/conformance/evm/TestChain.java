package org.lifeboat.conformance.evm;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.verifier.block.Block;
import org.lifeboat.verifier.block.BlockFault;
import org.lifeboat.verifier.block.BlockResult;
import org.lifeboat.verifier.block.BlockVerifier;
import org.lifeboat.verifier.block.ChainRules;
import org.lifeboat.verifier.block.EthereumChain;
import org.lifeboat.verifier.trie.StateTrie;

/// A chain of blocks as a node keeps one: takes blocks in any order of branches, checks uncles, chooses the
/// head (most work; since the Merge the newest valid block).
final class TestChain {
    /// Source: Yellow Paper, section 11.1: at most two uncles, of the last six generations.
    private static final int MOST_UNCLES = 2;

    private static final int GENERATIONS = 6;

    /// A block that was taken.
    private record Entry(Block block, StateTrie state, BigInteger totalDifficulty) {
        BlockHeader header() {
            return block.header();
        }
    }

    /// Why a block was not taken: the reason's name in the tests, and words for people.
    record Refusal(String name, String detail) {}

    private final Network network;
    private final Secp256k1 curve;
    private final CodeCache codes;
    private final Map<Hash32, Entry> entries = new HashMap<>();
    private Hash32 head;
    private BigInteger headDifficulty;

    TestChain(Network network, Secp256k1 curve, CodeCache codes, Block genesis, StateTrie state) {
        this.network = network;
        this.curve = curve;
        this.codes = codes;
        head = genesis.header().hash();
        headDifficulty = genesis.header().difficulty();
        entries.put(head, new Entry(genesis, state, headDifficulty));
    }

    Hash32 head() {
        return head;
    }

    StateTrie headState() {
        return known(head).orElseThrow().state();
    }

    private Optional<Entry> known(Hash32 hash) {
        @Nullable Entry entry = entries.get(hash);
        return Optional.ofNullable(entry);
    }

    /// @return why the block was refused; empty if it was taken
    Optional<Refusal> add(Bytes encoded) {
        return switch (Block.fromRlp(encoded)) {
            case Answer.Proven<Block>(Block block) -> add(block);
            case Answer.Refuted<Block>(String reason) -> Optional.of(new Refusal("RLP_STRUCTURES_ENCODING", reason));
            case Answer.Unknown<Block>(Answer.Cause _, String reason) ->
                Optional.of(new Refusal("RLP_STRUCTURES_ENCODING", reason));
        };
    }

    private Optional<Refusal> add(Block block) {
        BlockHeader header = block.header();
        Optional<Entry> parent = known(header.parentHash());
        if (parent.isEmpty()) {
            return Optional.of(new Refusal("UNKNOWN_PARENT", "no block " + header.parentHash()));
        }
        EthereumChain chain = network.chainAfter(parent.get().totalDifficulty());
        ChainRules rules = new ProofOfWorkRules(chain, network.daoBlock());
        boolean work = isWork(chain, header);
        Optional<Refusal> uncles = work ? uncles(block, rules) : Optional.empty();
        if (uncles.isPresent()) {
            return uncles;
        }
        BlockVerifier verifier = new BlockVerifier(rules, curve, codes);
        BlockResult result =
                verifier.verify(block, parent.get().header(), parent.get().state(), number -> ancestor(header, number));
        return switch (result) {
            case BlockResult.Valid(var output) -> {
                keep(block, output.state(), parent.get().totalDifficulty(), work);
                yield Optional.empty();
            }
            case BlockResult.Invalid(BlockFault fault) ->
                Optional.of(new Refusal(
                        fault.transaction()
                                .map(Enum::name)
                                .orElse(fault.reason().name()),
                        fault.detail()));
            case BlockResult.Incomplete(var missing) -> Optional.of(new Refusal("INCOMPLETE", missing.toString()));
            case BlockResult.Unknown(var _, String reason) -> Optional.of(new Refusal("UNKNOWN", reason));
        };
    }

    private static boolean isWork(EthereumChain chain, BlockHeader header) {
        Fork fork = chain.forks()
                .at(header.number(), header.unixSeconds())
                .orElseThrow()
                .fork();
        return fork.compareTo(Fork.PARIS) < 0;
    }

    private void keep(Block block, StateTrie state, BigInteger parentDifficulty, boolean work) {
        BigInteger total = parentDifficulty.add(block.header().difficulty());
        Hash32 hash = block.header().hash();
        entries.put(hash, new Entry(block, state, total));
        if (!work || total.compareTo(headDifficulty) > 0) {
            head = hash;
            headDifficulty = total;
        }
    }

    private Optional<Hash32> ancestor(BlockHeader block, long number) {
        Hash32 hash = block.parentHash();
        Optional<Entry> entry = known(hash);
        while (entry.isPresent() && entry.get().header().number() > number) {
            hash = entry.get().header().parentHash();
            entry = known(hash);
        }
        return entry.isPresent() && entry.get().header().number() == number ? Optional.of(hash) : Optional.empty();
    }

    /// Yellow Paper, section 11.1: uncles are valid headers, siblings of ancestors, new, and no two alike.
    private Optional<Refusal> uncles(Block block, ChainRules rules) {
        Set<Hash32> used = new HashSet<>();
        Map<Hash32, BlockHeader> ancestors = new HashMap<>();
        Hash32 hash = block.header().parentHash();
        for (int i = 0; i <= GENERATIONS && known(hash).isPresent(); i++) {
            Entry ancestor = known(hash).orElseThrow();
            ancestors.put(hash, ancestor.header());
            ancestor.block().ommers().forEach(uncle -> used.add(uncle.hash()));
            hash = ancestor.header().parentHash();
        }
        if (block.ommers().size() > MOST_UNCLES) {
            return Optional.of(new Refusal("TOO_MANY_UNCLES", block.ommers().size() + " uncles"));
        }
        for (BlockHeader uncle : block.ommers()) {
            Optional<String> wrong = wrong(uncle, block, ancestors, used, rules);
            if (wrong.isPresent()) {
                return Optional.of(new Refusal("UNCLE", wrong.get()));
            }
            used.add(uncle.hash());
        }
        return Optional.empty();
    }

    private static Optional<String> wrong(
            BlockHeader uncle, Block block, Map<Hash32, BlockHeader> ancestors, Set<Hash32> used, ChainRules rules) {
        if (ancestors.containsKey(uncle.hash()) || used.contains(uncle.hash())) {
            return Optional.of("an uncle that is an ancestor, or was one before");
        }
        @Nullable BlockHeader parent = ancestors.get(uncle.parentHash());
        if (parent == null || uncle.parentHash().equals(block.header().parentHash())) {
            return Optional.of("an uncle whose parent is no ancestor of the last generations");
        }
        return rules.checkHeader(uncle, parent).map(BlockFault::toString);
    }
}
