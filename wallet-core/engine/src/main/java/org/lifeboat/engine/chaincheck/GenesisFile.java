package org.lifeboat.engine.chaincheck;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.evm.block.Requests;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.state.AccountChange;
import org.lifeboat.evm.state.StoredAccount;
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
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.derivation.RollupConfig;
import org.lifeboat.rollups.opstack.execution.OpFork;
import org.lifeboat.verifier.trie.PreimageStore;
import org.lifeboat.verifier.trie.StateTrie;
import org.lifeboat.verifier.trie.TrieResult;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The file that a chain's geth begins with (`genesis.json`): fields of the first block, and every account. It need
/// not be trusted: the block that it makes must have the hash by which the chain is known. Source: go-ethereum,
/// `core/genesis.go`; op-geth for `withdrawalsRoot` since Isthmus.
public final class GenesisFile {
    /// Ten times the largest genesis file of the OP Stack's public chains. Unit: bytes.
    public static final long LARGEST = 128L << 20;

    private static final Hash32 NO_OMMERS =
            Keccak256.hash(new RlpWriter().list(_ -> {}).toBytes());

    /// Source: EIP-1559, `INITIAL_BASE_FEE`; what geth takes where the file names none.
    private static final BigInteger FIRST_BASE_FEE = BigInteger.valueOf(1_000_000_000);

    private GenesisFile() {}

    /// @param rollup of the chain whose first block it must make
    /// @return refuted: it is no such file, or one of another chain
    public static Answer<GenesisState> read(String genesis, RollupConfig rollup) {
        try {
            JsonNode root = JsonMapper.shared().readTree(genesis);
            if (!root.path("alloc").isObject()) {
                return new Answer.Refuted<>("it holds no accounts (alloc)");
            }
            Optional<String> later = beginsLater(root, rollup);
            if (later.isPresent()) {
                return new Answer.Refuted<>(later.get());
            }
            PreimageStore store = new PreimageStore();
            TrieResult<StateTrie> built = StateTrie.empty(store).apply(accounts(root.path("alloc")));
            if (!(built instanceof TrieResult.Known<StateTrie>(StateTrie state))) {
                throw new IllegalStateException("a trie made here lacks a node");
            }
            BlockHeader header = header(root, state, rollup);
            return header.hash().equals(rollup.genesis().l2Hash())
                    ? new Answer.Proven<>(new GenesisState(header, store))
                    : new Answer.Refuted<>("the first block that it makes has the hash "
                            + header.hash().toHex() + ", and the chain's has "
                            + rollup.genesis().l2Hash().toHex());
        } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
            return new Answer.Refuted<>("no genesis.json as geth reads it: " + e.getMessage());
        }
    }

    /// Source: go-ethereum, `core/genesis.go`, `Commit`: no genesis block with a number above 0. A chain that was
    /// moved,
    /// as OP Mainnet to Bedrock, got its state from a database.
    private static Optional<String> beginsLater(JsonNode root, RollupConfig rollup) {
        BigInteger number = number(root, "number", BigInteger.ZERO);
        if (rollup.genesis().l2Number() != 0) {
            return Optional.of("the chain begins with block " + rollup.genesis().l2Number()
                    + ", whose state it brought from before and no such file holds");
        }
        return number.signum() == 0
                ? Optional.empty()
                : Optional.of("it is of block " + number + ", and geth begins a chain with block 0 only");
    }

    private static List<AccountChange> accounts(JsonNode alloc) {
        List<AccountChange> accounts = new ArrayList<>();
        alloc.propertyStream()
                .forEach(entry -> accounts.add(account(Address.fromHex(prefixed(entry.getKey())), entry.getValue())));
        return accounts;
    }

    private static AccountChange account(Address address, JsonNode json) {
        Bytes code = Bytes.fromHex(prefixed(json.path("code").asString("0x")));
        Map<Hash32, Hash32> slots = new HashMap<>();
        json.path("storage")
                .propertyStream()
                .forEach(slot ->
                        slots.put(word(slot.getKey()), word(slot.getValue().asString(""))));
        Optional<Code> newCode = code.isEmpty() ? Optional.empty() : Optional.of(Code.of(code.toArray()));
        return new AccountChange(
                address,
                Optional.of(new AccountChange.After(
                        number(json, "nonce", BigInteger.ZERO).longValueExact(),
                        new Wei(number(json, "balance", BigInteger.ZERO)),
                        Keccak256.hash(code),
                        newCode)),
                true,
                slots);
    }

    private static BlockHeader header(JsonNode root, StateTrie state, RollupConfig rollup) {
        long time = number(root, "timestamp", BigInteger.ZERO).longValueExact();
        OpFork fork = rollup.chain().forks().at(time);
        boolean ecotone = fork.isAtLeast(OpFork.ECOTONE);
        return new BlockHeader(
                hash(root, "parentHash"),
                NO_OMMERS,
                Address.fromHex(prefixed(root.path("coinbase").asString(Address.ZERO.toHex()))),
                state.root(),
                TrieProof.EMPTY_ROOT,
                TrieProof.EMPTY_ROOT,
                Bytes.of(new byte[BlockHeader.BLOOM_SIZE]),
                number(root, "difficulty", BigInteger.ZERO),
                number(root, "number", BigInteger.ZERO).longValueExact(),
                new Gas(number(root, "gasLimit", BigInteger.ZERO).longValueExact()),
                new Gas(number(root, "gasUsed", BigInteger.ZERO).longValueExact()),
                time,
                Bytes.fromHex(prefixed(root.path("extraData").asString("0x"))),
                hash(root, "mixHash"),
                nonce(number(root, "nonce", BigInteger.ZERO)),
                Optional.of(new Wei(number(root, "baseFeePerGas", FIRST_BASE_FEE))),
                withdrawals(fork, state),
                ecotone ? Optional.of(gas(root, "blobGasUsed")) : Optional.empty(),
                ecotone ? Optional.of(gas(root, "excessBlobGas")) : Optional.empty(),
                ecotone ? Optional.of(Hash32.ZERO) : Optional.empty(),
                fork.isAtLeast(OpFork.ISTHMUS) ? Optional.of(new Requests(List.of()).hash()) : Optional.empty());
    }

    private static Optional<Hash32> withdrawals(OpFork fork, StateTrie state) {
        if (!fork.isAtLeast(OpFork.CANYON)) {
            return Optional.empty();
        }
        boolean known = fork.isAtLeast(OpFork.ISTHMUS);
        return known
                        && state.account(OpStack.MESSAGE_PASSER)
                                instanceof TrieResult.Known<Optional<StoredAccount>>(Optional<StoredAccount> passer)
                ? Optional.of(passer.map(StoredAccount::storageRoot).orElse(TrieProof.EMPTY_ROOT))
                : Optional.of(TrieProof.EMPTY_ROOT);
    }

    private static Gas gas(JsonNode root, String name) {
        return new Gas(number(root, name, BigInteger.ZERO).longValueExact());
    }

    private static Bytes nonce(BigInteger number) {
        Bytes word = Bytes.of(Hash32.ofNumber(number).toArray());
        return word.slice(Hash32.SIZE - BlockHeader.NONCE_SIZE, Hash32.SIZE);
    }

    private static Hash32 hash(JsonNode root, String name) {
        return Hash32.fromHex(prefixed(root.path(name).asString(Hash32.ZERO.toHex())));
    }

    private static Hash32 word(String text) {
        String digits = text.startsWith("0x") ? text.substring(2) : text;
        return Hash32.ofNumber(digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits, 16));
    }

    /// As geth reads a number: hexadecimal with 0x before it, else decimal; or a number of JSON.
    private static BigInteger number(JsonNode node, String name, BigInteger otherwise) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        String text = value.asString("");
        BigInteger number = text.startsWith("0x") ? new BigInteger(text.substring(2), 16) : new BigInteger(text);
        if (number.signum() < 0) {
            throw new IllegalArgumentException(name + " is negative");
        }
        return number;
    }

    private static String prefixed(String hex) {
        return hex.startsWith("0x") ? hex : "0x" + hex;
    }
}
