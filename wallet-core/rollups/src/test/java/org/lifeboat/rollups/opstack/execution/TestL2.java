package org.lifeboat.rollups.opstack.execution;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.evm.state.AccountChange;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.primitives.trie.TrieProof;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.verifier.block.Block;
import org.lifeboat.verifier.block.BlockExecutor;
import org.lifeboat.verifier.block.BlockResult;
import org.lifeboat.verifier.block.BlockVerifier;
import org.lifeboat.verifier.block.Execution;
import org.lifeboat.verifier.trie.PreimageStore;
import org.lifeboat.verifier.trie.StateTrie;
import org.lifeboat.verifier.trie.TrieResult;

/// A small L2 of one block and its parent, every fork up to a chosen one active from the start.
final class TestL2 {
    static final ChainId ID = new ChainId(901);
    static final Address MESSAGE_PASSER = Address.fromHex("0x4200000000000000000000000000000000000016");
    static final Address BASE_FEE_VAULT = Address.fromHex("0x4200000000000000000000000000000000000019");
    static final Address L1_FEE_VAULT = Address.fromHex("0x420000000000000000000000000000000000001a");
    static final Address OPERATOR_FEE_VAULT = Address.fromHex("0x420000000000000000000000000000000000001b");
    static final Address SEQUENCER_FEE_VAULT = Address.fromHex("0x4200000000000000000000000000000000000011");
    static final Wei FUNDS = new Wei(BigInteger.TEN.pow(18));

    private static final long PARENT_TIME = 1_000_000;
    private static final Hash32 NO_OMMERS =
            Keccak256.hash(new RlpWriter().list(_ -> {}).toBytes());

    final OpFork fork;
    final OpChain chain;
    final StateTrie before;
    final BlockHeader parent;
    private final Secp256k1 curve = Secp256k1.preferred();
    private final byte[] key = Keccak256.digest("a person on the L2".getBytes(StandardCharsets.US_ASCII));

    TestL2(OpFork fork) {
        this(fork, Map.of());
    }

    /// @param codes of contracts that are there from the start
    TestL2(OpFork fork, Map<Address, Bytes> codes) {
        this.fork = fork;
        Map<OpFork, Long> times = new EnumMap<>(OpFork.class);
        for (OpFork each : OpFork.values()) {
            if (fork.isAtLeast(each)) {
                times.put(each, 0L);
            }
        }
        this.chain = new OpChain(ID, new OpForks(times), FeeParameters.Defaults.STANDARD, 2, Optional.empty());
        this.before = state(codes);
        this.parent = header(Hash32.ZERO, 10, PARENT_TIME, before.root());
    }

    private StateTrie state(Map<Address, Bytes> codes) {
        List<AccountChange> changes = new ArrayList<>();
        changes.add(account(person(), FUNDS, Code.of(new byte[0])));
        codes.forEach((address, code) -> changes.add(account(address, Wei.ZERO, Code.of(code.toArray()))));
        return known(StateTrie.empty(new PreimageStore()).apply(changes));
    }

    private static AccountChange account(Address address, Wei balance, Code code) {
        Optional<Code> written = code.size() == 0 ? Optional.empty() : Optional.of(code);
        return new AccountChange(
                address, Optional.of(new AccountChange.After(0, balance, code.hash(), written)), false, Map.of());
    }

    Address person() {
        return curve.addressOfKey(key);
    }

    Bytes signed(Transaction transaction) {
        return new SignedTransaction(
                        transaction, curve.sign(transaction.signingHash().toArray(), key))
                .encoded();
    }

    /// A transfer at 2 gwei, of which what is above the base fee is the sequencer's.
    Bytes transfer(Address to, Wei value) {
        return signed(new Transaction.Legacy(
                Optional.of(ID),
                new Nonce(0),
                Wei.of(2_000_000_000),
                new Gas(50_000),
                Optional.of(to),
                value,
                Bytes.EMPTY));
    }

    /// The deposit that opens a block, in the form of the fork.
    Bytes l1Attributes() {
        String packed = "00000558" + "000c5fc5" // base fee scalar 1368, blob base fee scalar 810949
                + "0000000000000001" + "0000000000001000" + "0000000000000007"
                + "%064x".formatted(new BigInteger("47036678951"))
                + "%064x".formatted(new BigInteger("57422457042"))
                + "11".repeat(32) + "22".repeat(32);
        String operator = "000003e8" + "000000000000000a";
        String data;
        if (fork.isAtLeast(OpFork.JOVIAN)) {
            data = "0x3db6be2b" + packed + operator + "0190";
        } else if (fork.isAtLeast(OpFork.ISTHMUS)) {
            data = "0x098999be" + packed + operator;
        } else {
            data = "0x440a5e20" + packed;
        }
        return deposit(
                L1Attributes.DEPOSITOR, Optional.of(L1Attributes.CONTRACT), 0, 0, 1_000_000, Bytes.fromHex(data));
    }

    static Bytes deposit(Address from, Optional<Address> to, long mint, long value, long gas, Bytes data) {
        return new DepositTransaction(
                        Keccak256.hash(data), from, to, Wei.of(mint), Wei.of(value), new Gas(gas), false, data)
                .encoded();
    }

    /// Runs the transactions after the description of L1.
    Execution run(Bytes... after) {
        List<Bytes> all = new ArrayList<>(List.of(l1Attributes()));
        all.addAll(List.of(after));
        return runOnly(all);
    }

    Execution runOnly(List<Bytes> transactions) {
        return new BlockExecutor(new OpRules(chain), curve, new CodeCache(1 << 20))
                .execute(draft(transactions), parent, before, _ -> Optional.empty());
    }

    Block draft(List<Bytes> transactions) {
        BlockHeader header = header(parent.hash(), 11, PARENT_TIME + 2, Hash32.ZERO);
        return new Block(header, transactions, List.of(), Optional.of(List.of()));
    }

    /// The block as it would be sent around.
    Block sealed(Bytes... after) {
        List<Bytes> all = new ArrayList<>(List.of(l1Attributes()));
        all.addAll(List.of(after));
        Execution.Done done = (Execution.Done) runOnly(all);
        Block draft = draft(all);
        return new Block(done.output().seal(draft.header(), all), all, List.of(), draft.withdrawals());
    }

    BlockResult verify(Block block) {
        return new BlockVerifier(new OpRules(chain), curve, new CodeCache(1 << 20))
                .verify(block, parent, before, _ -> Optional.empty());
    }

    /// From a witness that holds these accounts only.
    BlockResult verify(Block block, Address... witnessed) {
        List<Bytes> nodes = new ArrayList<>();
        for (Address address : witnessed) {
            nodes.addAll(known(before.proveAccount(address)));
        }
        return new BlockVerifier(new OpRules(chain), curve, new CodeCache(1 << 20))
                .verify(block, nodes, List.of(parent.encoded()));
    }

    Bytes extraData() {
        if (fork.isAtLeast(OpFork.JOVIAN)) {
            return Bytes.fromHex("0x01000000fa000000060000000000000000");
        }
        return fork.isAtLeast(OpFork.HOLOCENE) ? Bytes.fromHex("0x00000000fa00000006") : Bytes.EMPTY;
    }

    /// The base fee stays where it is: the parent has used a sixth of its limit.
    private BlockHeader header(Hash32 parentHash, long number, long time, Hash32 stateRoot) {
        return new BlockHeader(
                parentHash,
                NO_OMMERS,
                SEQUENCER_FEE_VAULT,
                stateRoot,
                TrieProof.EMPTY_ROOT,
                TrieProof.EMPTY_ROOT,
                Bytes.of(new byte[BlockHeader.BLOOM_SIZE]),
                BigInteger.ZERO,
                number,
                new Gas(60_000_000),
                new Gas(10_000_000),
                time,
                extraData(),
                Hash32.ZERO,
                Bytes.of(new byte[BlockHeader.NONCE_SIZE]),
                Optional.of(Wei.of(1_000_000_000)),
                Optional.of(TrieProof.EMPTY_ROOT),
                Optional.of(new Gas(0)),
                Optional.of(new Gas(0)),
                Optional.of(Hash32.ZERO),
                fork.isAtLeast(OpFork.ISTHMUS) ? Optional.of(Hash32.ZERO) : Optional.empty());
    }

    static BigInteger balance(StateTrie state, Address address) {
        return known(state.account(address))
                .map(account -> account.balance().value())
                .orElse(BigInteger.ZERO);
    }

    static <T> T known(TrieResult<T> result) {
        return switch (result) {
            case TrieResult.Known<T>(T value) -> value;
            case TrieResult.Missing<T> missing -> throw new AssertionError(missing);
        };
    }
}
