package org.lifeboat.conformance.evm;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.evm.state.AccountChange;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.verifier.block.Block;
import org.lifeboat.verifier.trie.MissingNode;
import org.lifeboat.verifier.trie.PreimageStore;
import org.lifeboat.verifier.trie.StateTrie;
import org.lifeboat.verifier.trie.TrieResult;
import tools.jackson.databind.JsonNode;

/// Blockchain tests: a genesis, blocks of which some must be refused, and the head at the end. A block that
/// must be refused for a reason this program has a word for must be refused for that one.
public final class BlockchainTests {
    private final Secp256k1 curve = Secp256k1.preferred();
    private final CodeCache codes = new CodeCache(16 << 20);

    public static boolean isTest(JsonNode test) {
        return test.has("blocks") && test.has("genesisRLP") && test.has("pre");
    }

    CaseResult run(String name, JsonNode test) {
        Optional<Network> network = Network.of(test);
        if (network.isEmpty()) {
            return new CaseResult.Skipped(
                    "fork " + test.get("network").asString() + " is not known (blockchain tests)");
        }
        Optional<TestChain> begun = begin(network.get(), test);
        if (begun.isEmpty()) {
            return new CaseResult.Failed(name, "the genesis block does not fit its state");
        }
        TestChain chain = begun.get();
        int number = 0;
        for (JsonNode block : test.get("blocks")) {
            number++;
            Optional<TestChain.Refusal> refusal =
                    chain.add(Bytes.fromHex(block.get("rlp").asString()));
            Optional<String> wrong = judge(expected(block), refusal);
            if (wrong.isPresent()) {
                return new CaseResult.Failed(name, "entry " + number + " of the blocks: " + wrong.get());
            }
        }
        String last = test.get("lastblockhash").asString();
        return chain.head().toHex().equals(last)
                ? new CaseResult.Passed()
                : new CaseResult.Failed(name, "the head is " + chain.head() + ", expected " + last);
    }

    private Optional<TestChain> begin(Network network, JsonNode test) {
        StateTrie state = state(test.get("pre"));
        Answer<Block> genesis =
                Block.fromRlp(Bytes.fromHex(test.get("genesisRLP").asString()));
        return genesis instanceof Answer.Proven<Block>(Block first)
                        && first.header().stateRoot().equals(state.root())
                ? Optional.of(new TestChain(network, curve, codes, first, state))
                : Optional.empty();
    }

    /// What a test's blocks took, without reading its file and building its state.
    /// @param gas of all its blocks
    /// @param nanos of processor time
    public record Timed(long gas, long nanos) {}

    /// Runs a test whose blocks are all valid, on the calling thread.
    public Timed time(JsonNode test) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        TestChain chain = begin(Network.of(test).orElseThrow(), test).orElseThrow();
        long gas = 0;
        long nanos = 0;
        for (JsonNode block : test.get("blocks")) {
            Bytes encoded = Bytes.fromHex(block.get("rlp").asString());
            long begun = threads.getCurrentThreadCpuTime();
            Optional<TestChain.Refusal> refusal = chain.add(encoded);
            nanos += threads.getCurrentThreadCpuTime() - begun;
            if (refusal.isPresent()) {
                throw new IllegalStateException("refused: " + refusal.get());
            }
            gas += Fields.unsigned(block.get("blockHeader"), "gasUsed");
        }
        return new Timed(gas, nanos);
    }

    /// The exceptions of which one is expected, separated by `|`.
    private static Optional<String> expected(JsonNode block) {
        return block.properties().stream()
                .filter(member -> member.getKey().startsWith("expectException"))
                .map(member -> member.getValue().asString())
                .findFirst();
    }

    private static Optional<String> judge(Optional<String> expected, Optional<TestChain.Refusal> refusal) {
        if (expected.isEmpty()) {
            return refusal.map(why -> "refused: " + why);
        }
        if (refusal.isEmpty()) {
            return Optional.of("taken, but expected " + expected.get());
        }
        String reason = refusal.get().name();
        boolean fits = Arrays.stream(expected.get().split("\\|")).anyMatch(one -> Reasons.fits(reason, one));
        return fits ? Optional.empty() : Optional.of(refusal.get() + " where " + expected.get() + " is expected");
    }

    static StateTrie state(JsonNode alloc) {
        List<AccountChange> accounts = new ArrayList<>();
        alloc.properties().forEach(account -> accounts.add(account(account.getKey(), account.getValue())));
        return switch (StateTrie.empty(new PreimageStore()).apply(accounts)) {
            case TrieResult.Known<StateTrie>(StateTrie state) -> state;
            case TrieResult.Missing<StateTrie>(MissingNode node) -> throw new IllegalStateException("no " + node);
        };
    }

    private static AccountChange account(String address, JsonNode node) {
        Code code = Code.of(Bytes.fromHex(node.get("code").asString()).toArray());
        Map<Hash32, Hash32> slots = new HashMap<>();
        node.get("storage")
                .properties()
                .forEach(slot -> slots.put(
                        Fields.word(slot.getKey()), Fields.word(slot.getValue().asString())));
        AccountChange.After after = new AccountChange.After(
                Fields.unsigned(node, "nonce"),
                new Wei(Fields.number(node, "balance")),
                code.hash(),
                code.size() == 0 ? Optional.empty() : Optional.of(code));
        return new AccountChange(Address.fromHex(address), Optional.of(after), false, slots);
    }
}
