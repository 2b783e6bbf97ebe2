package org.lifeboat.rollups.opstack.derivation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.primitives.block.LogsBloom;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.primitives.trie.OrderedTrie;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;

/// An L1 of headers, transactions and receipts, which can be told to fork.
final class FakeL1 {
    static final Secp256k1 CURVE = Secp256k1.preferred();
    static final byte[] BATCHER = Keccak256.digest(new byte[] {1});
    static final byte[] STRANGER = Keccak256.digest(new byte[] {2});

    private final List<BlockHeader> headers = new ArrayList<>();
    private final Map<Hash32, List<Bytes>> transactions = new HashMap<>();
    private final Map<Hash32, List<Bytes>> receipts = new HashMap<>();
    final Map<Hash32, Bytes> blobs = new HashMap<>();
    private int salt;

    /// With its first block, number 0.
    FakeL1() {
        mine(List.of(), List.of());
    }

    BlockHeader header(long number) {
        return headers.get((int) number);
    }

    Optional<BlockHeader> find(long number) {
        return number < headers.size() ? Optional.of(header(number)) : Optional.empty();
    }

    List<Bytes> transactions(Hash32 block) {
        return transactions.getOrDefault(block, List.of());
    }

    List<Bytes> receipts(Hash32 block) {
        return receipts.getOrDefault(block, List.of());
    }

    void empty(int count) {
        for (int i = 0; i < count; i++) {
            mine(List.of(), List.of());
        }
    }

    void batches(Bytes... calldata) {
        mine(Arrays.stream(calldata).map(data -> calldata(BATCHER, data)).toList(), List.of());
    }

    void logs(Log... logs) {
        mine(List.of(), List.of(logs));
    }

    void mine(List<Bytes> encoded, List<Log> logs) {
        List<Bytes> ownReceipts = logs.isEmpty()
                ? List.of()
                : List.of(new Receipt(
                                2,
                                new Receipt.Outcome.Status(true),
                                new Gas(1),
                                LogsBloom.of(logs),
                                logs,
                                Optional.empty())
                        .encoded());
        Hash32 parent =
                headers.isEmpty() ? Hash32.ofNumber(salt) : headers.getLast().hash();
        BlockHeader header = Rollups.header(
                parent,
                headers.size(),
                Rollups.GENESIS + Rollups.L1_SECONDS * headers.size(),
                Bytes.of((byte) salt),
                OrderedTrie.root(encoded),
                OrderedTrie.root(ownReceipts),
                LogsBloom.of(logs));
        headers.add(header);
        transactions.put(header.hash(), encoded);
        receipts.put(header.hash(), ownReceipts);
    }

    /// From block `number` on everything is another.
    void forkAt(long number) {
        headers.subList((int) number, headers.size()).clear();
        salt++;
    }

    static Address address(byte[] key) {
        return CURVE.addressOfKey(key);
    }

    static Bytes calldata(byte[] key, Bytes data) {
        return signed(
                key,
                new Transaction.DynamicFee(
                        new ChainId(900),
                        new Nonce(0),
                        Wei.of(1),
                        Wei.of(1),
                        new Gas(1_000_000),
                        Optional.of(Rollups.INBOX),
                        Wei.ZERO,
                        data,
                        List.of()));
    }

    static Bytes blobs(byte[] key, Hash32... hashes) {
        return signed(
                key,
                new Transaction.Blob(
                        new ChainId(900),
                        new Nonce(0),
                        Wei.of(1),
                        Wei.of(1),
                        new Gas(21_000),
                        Rollups.INBOX,
                        Wei.ZERO,
                        Bytes.EMPTY,
                        List.of(),
                        Wei.of(1),
                        List.of(hashes)));
    }

    static Bytes signed(byte[] key, Transaction transaction) {
        return new SignedTransaction(
                        transaction, CURVE.sign(transaction.signingHash().toArray(), key))
                .encoded();
    }
}
