package org.lifeboat.verifier.block;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.block.SystemCalls;
import org.lifeboat.evm.block.Withdrawal;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.evm.rules.Fork;
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
import org.lifeboat.verifier.trie.MissingNode;
import org.lifeboat.verifier.trie.PreimageStore;
import org.lifeboat.verifier.trie.StateTrie;
import org.lifeboat.verifier.trie.TrieResult;

/// A small chain under the rules of Prague, and one block on it, made with [BlockExecutor] and sealed: a call
/// that writes a slot, clears another, reads an ancestor's hash and logs, and a withdrawal.
final class TestBlocks {
    static final Secp256k1 CURVE = Secp256k1.preferred();
    static final EthereumChain CHAIN =
            new EthereumChain(new ChainId(1337), ForkSchedule.always(Fork.PRAGUE), Address.ZERO);
    static final EthereumRules RULES = new EthereumRules(CHAIN);
    static final Address CONTRACT = Address.fromHex("0x2000000000000000000000000000000000000002");

    private static final byte[] KEY = Hash32.ofNumber(77).toArray();

    /// SSTORE(1, 5), SSTORE(2, 0), BLOCKHASH of the grandparent to slot 3, LOG1 with topic 9.
    private static final Code PROGRAM =
            Code.of(HexFormat.of().parseHex("60056001555f60025560024303406003556009" + "5f5fa100"));

    final PreimageStore store = new PreimageStore();
    final StateTrie before = known(StateTrie.empty(store).apply(accounts()));
    final BlockHeader grandparent = header(8, Hash32.ZERO, 88);
    final BlockHeader parent = header(9, grandparent.hash(), 100);
    final Block block = sealed();

    static Address sender() {
        return Address.of(Arrays.copyOfRange(Keccak256.digest(CURVE.publicKey(KEY), 1, 64), 12, Hash32.SIZE));
    }

    static BlockVerifier verifier() {
        return new BlockVerifier(RULES, CURVE, new CodeCache(1 << 20));
    }

    private static List<AccountChange> accounts() {
        List<AccountChange> accounts = new ArrayList<>();
        accounts.add(account(sender(), 3, Code.EMPTY, Map.of()));
        accounts.add(account(CONTRACT, 1, PROGRAM, Map.of(slot(2), slot(7), slot(4), slot(4))));
        Code nothing = Code.of(new byte[] {0});
        for (Address contract : List.of(SystemCalls.WITHDRAWAL_REQUESTS, SystemCalls.CONSOLIDATION_REQUESTS)) {
            accounts.add(account(contract, 1, nothing, Map.of()));
        }
        for (int i = 1; i < 40; i++) {
            accounts.add(account(slot(i * 1000L).toAddress(), 1, Code.EMPTY, Map.of()));
        }
        return accounts;
    }

    private static AccountChange account(Address address, long nonce, Code code, Map<Hash32, Hash32> slots) {
        var after = new AccountChange.After(nonce, new Wei(BigInteger.TEN.pow(20)), code.hash(), Optional.of(code));
        return new AccountChange(address, Optional.of(after), false, slots);
    }

    static Hash32 slot(long number) {
        return Hash32.ofNumber(number);
    }

    private BlockHeader header(long number, Hash32 parentHash, long time) {
        return new BlockHeader(
                parentHash,
                Keccak256.hash(new RlpWriter().list(_ -> {}).toBytes()),
                slot(99).toAddress(),
                before.root(),
                TrieProof.EMPTY_ROOT,
                TrieProof.EMPTY_ROOT,
                Bytes.of(new byte[BlockHeader.BLOOM_SIZE]),
                BigInteger.ZERO,
                number,
                new Gas(30_000_000),
                new Gas(15_000_000),
                time,
                Bytes.EMPTY,
                Hash32.ZERO,
                Bytes.of(new byte[BlockHeader.NONCE_SIZE]),
                Optional.of(Wei.of(1000)),
                Optional.of(TrieProof.EMPTY_ROOT),
                Optional.of(new Gas(0)),
                Optional.of(new Gas(0)),
                Optional.of(Hash32.ZERO),
                Optional.of(Hash32.ZERO));
    }

    private static Bytes transaction() {
        Transaction transaction = new Transaction.DynamicFee(
                CHAIN.id(),
                new Nonce(3),
                Wei.of(2),
                Wei.of(5000),
                new Gas(200_000),
                Optional.of(CONTRACT),
                Wei.of(10),
                Bytes.EMPTY,
                List.of());
        return new SignedTransaction(
                        transaction, CURVE.sign(transaction.signingHash().toArray(), KEY))
                .encoded();
    }

    private Block sealed() {
        BlockHeader draft = header(10, parent.hash(), 112);
        List<Bytes> transactions = List.of(transaction());
        Optional<List<Withdrawal>> withdrawals =
                Optional.of(List.of(new Withdrawal(1, 2, slot(5000).toAddress(), 3)));
        Execution execution = new BlockExecutor(RULES, CURVE, new CodeCache(1 << 20))
                .execute(
                        new Block(draft, transactions, List.of(), withdrawals),
                        parent,
                        before,
                        number -> Optional.of(number == 8 ? grandparent.hash() : parent.hash()));
        return switch (execution) {
            case Execution.Done(BlockOutput output) ->
                new Block(output.seal(draft, transactions), transactions, List.of(), withdrawals);
            case Execution.Invalid _, Execution.Incomplete _, Execution.Unknown _ ->
                throw new AssertionError(execution);
        };
    }

    /// Proofs of all the block touches, and the codes.
    Set<Bytes> witness() {
        Set<Bytes> witness = new LinkedHashSet<>();
        List<Address> touched = List.of(
                sender(),
                CONTRACT,
                slot(99).toAddress(),
                slot(5000).toAddress(),
                SystemCalls.SYSTEM,
                SystemCalls.BEACON_ROOTS,
                SystemCalls.HISTORY,
                SystemCalls.WITHDRAWAL_REQUESTS,
                SystemCalls.CONSOLIDATION_REQUESTS);
        touched.forEach(address -> witness.addAll(known(before.proveAccount(address))));
        List.of(1L, 2L, 3L, 4L).forEach(slot -> witness.addAll(known(before.proveStorage(CONTRACT, slot(slot)))));
        witness.add(PROGRAM.toBytes());
        witness.add(Bytes.of((byte) 0));
        return witness;
    }

    List<Bytes> headers() {
        return List.of(parent.encoded(), grandparent.encoded());
    }

    static <T> T known(TrieResult<T> result) {
        return switch (result) {
            case TrieResult.Known<T>(T value) -> value;
            case TrieResult.Missing<T>(MissingNode node) -> throw new AssertionError("missing " + node);
        };
    }
}
