package org.lifeboat.rollups.opstack.derivation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.TransactionSender;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.primitives.block.LogsBloom;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.primitives.trie.OrderedTrie;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.rollups.opstack.derivation.format.BlobData;
import org.lifeboat.rollups.opstack.execution.OpFork;

/// Reads of one L1 block what it holds for the L2: deposits, changes of the configuration, and what the
/// batcher wrote. Source: derivation, "L1 Retrieval"; ecotone/derivation, "Blob Retrieval".
final class L1Reading {
    private static final int BLOB_TYPE = 3;

    /// The first byte of what a batcher writes whose data is elsewhere. Source: specification, alt-da, "Input
    /// Commitment Submission"; optimism, `op-alt-da/params.go`, `DerivationVersion1`.
    private static final int COMMITMENT = 1;

    private final RollupConfig rollup;
    private final BlobHashing hashing;
    private final TransactionSender senders;
    private final BlockHeader header;
    private final BlockRef block;
    private SystemConfig config;
    private Optional<Need> need;
    private List<Bytes> deposits = List.of();
    private List<Log> updates = List.of();
    private final List<Piece> pieces = new ArrayList<>();
    private List<Bytes> blobs = List.of();
    private Optional<String> unknown = Optional.empty();

    /// What a batcher's transaction points to.
    private sealed interface Piece {
        record Calldata(Bytes data) implements Piece {}

        record Blob(Hash32 versionedHash) implements Piece {}
    }

    /// @param before the configuration up to the block before
    L1Reading(
            RollupConfig rollup,
            BlobHashing hashing,
            TransactionSender senders,
            BlockHeader header,
            SystemConfig before) {
        this.rollup = rollup;
        this.hashing = hashing;
        this.senders = senders;
        this.header = header;
        this.block = header.ref();
        this.config = before;
        this.need = Optional.of(mayHoldLogs() ? new Need.L1Receipts(block) : new Need.L1Transactions(block));
    }

    /// The filter in the header spares most blocks' receipts: it has no false negatives.
    private boolean mayHoldLogs() {
        return mayHold(rollup.contracts().portal(), UserDeposits.TOPIC)
                || mayHold(rollup.contracts().systemConfig(), ConfigUpdates.TOPIC);
    }

    private boolean mayHold(Address contract, Hash32 topic) {
        byte[] bits = LogsBloom.of(List.of(new Log(contract, List.of(topic), Bytes.EMPTY)))
                .sharedArray();
        byte[] filter = header.logsBloom().sharedArray();
        for (int i = 0; i < bits.length; i++) {
            if ((bits[i] & ~filter[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    /// Empty when the block is read.
    Optional<Need> need() {
        return need;
    }

    /// Why the block cannot be understood, if so.
    Optional<String> unknown() {
        return unknown;
    }

    BlockRef block() {
        return block;
    }

    /// As of this block.
    SystemConfig config() {
        return config;
    }

    Epoch epoch() {
        return new Epoch(block, header, deposits, updates);
    }

    /// What the batcher wrote, in its order. Blobs of another form are passed over.
    List<Bytes> pieces() {
        List<Bytes> all = new ArrayList<>();
        int blob = 0;
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Calldata(Bytes data) -> all.add(data);
                case Piece.Blob _ -> {
                    if (BlobData.decode(blobs.get(blob++)) instanceof Answer.Proven<Bytes>(Bytes data)) {
                        all.add(data);
                    }
                }
            }
        }
        return all;
    }

    /// @return why this is not what was asked for: the source is wrong; empty where it is taken
    Optional<String> give(Given given) {
        return switch (given) {
            case Given.L1Receipts(var receipts) when need.orElse(null) instanceof Need.L1Receipts -> receipts(receipts);
            case Given.L1Transactions(var transactions)
            when need.orElse(null) instanceof Need.L1Transactions -> transactions(transactions);
            case Given.Blobs(var given1)
            when need.orElse(null) instanceof Need.Blobs(var _, var hashes) -> blobs(given1, hashes);
            default -> Optional.of("something else was asked for");
        };
    }

    private Optional<String> receipts(List<Bytes> encoded) {
        if (!OrderedTrie.root(encoded).equals(header.receiptsRoot())) {
            return Optional.of("these are not the receipts of L1 block " + block.number());
        }
        List<Receipt> receipts = new ArrayList<>();
        for (Bytes each : encoded) {
            if (Receipt.decode(each) instanceof Answer.Proven<Receipt>(Receipt receipt)) {
                receipts.add(receipt);
            } else {
                unknown = Optional.of("L1 block " + block.number() + " has a receipt of a kind not known here");
                return Optional.empty();
            }
        }
        switch (UserDeposits.read(receipts, block.hash(), rollup.contracts().portal())) {
            case Answer.Proven<List<Bytes>>(var read) -> deposits = read;
            case Answer.Refuted<List<Bytes>>(var reason) -> unknown = Optional.of(reason);
            case Answer.Unknown<List<Bytes>>(var _, var reason) -> unknown = Optional.of(reason);
        }
        updates = receipts.stream()
                .flatMap(receipt -> receipt.logs().stream())
                .filter(log -> log.contract().equals(rollup.contracts().systemConfig()))
                .toList();
        config = ConfigUpdates.apply(config, updates, rollup.has(OpFork.ECOTONE, block.unixSeconds()));
        need = Optional.of(new Need.L1Transactions(block));
        return Optional.empty();
    }

    private Optional<String> transactions(List<Bytes> encoded) {
        if (!OrderedTrie.root(encoded).equals(header.transactionsRoot())) {
            return Optional.of("these are not the transactions of L1 block " + block.number());
        }
        encoded.forEach(this::read);
        List<Hash32> hashes = pieces.stream()
                .filter(Piece.Blob.class::isInstance)
                .map(piece -> ((Piece.Blob) piece).versionedHash())
                .toList();
        need = hashes.isEmpty() ? Optional.empty() : Optional.of(new Need.Blobs(block, hashes));
        noteCommitments(pieces.stream()
                .filter(Piece.Calldata.class::isInstance)
                .map(piece -> ((Piece.Calldata) piece).data())
                .toList());
        return Optional.empty();
    }

    /// Transactions of later types than blobs' do not count, nor do those that cannot be read.
    private void read(Bytes encoded) {
        boolean known = !encoded.isEmpty() && (encoded.at(0) < 0 || encoded.at(0) <= BLOB_TYPE);
        if (known && SignedTransaction.decode(encoded) instanceof Answer.Proven<SignedTransaction>(var signed)) {
            Transaction transaction = signed.transaction();
            boolean isBatcher = transaction
                            .recipient()
                            .equals(Optional.of(rollup.contracts().batchInbox()))
                    && senders.of(signed).equals(Optional.of(config.batcher()));
            if (isBatcher) {
                keep(transaction);
            }
        }
    }

    private void keep(Transaction transaction) {
        if (transaction instanceof Transaction.Blob blob && rollup.has(OpFork.ECOTONE, block.unixSeconds())) {
            blob.blobHashes().forEach(hash -> pieces.add(new Piece.Blob(hash)));
        } else {
            pieces.add(new Piece.Calldata(transaction.data()));
        }
    }

    /// A root that counts data which is not read here is not false for that.
    private void noteCommitments(List<Bytes> written) {
        boolean some = written.stream().anyMatch(data -> !data.isEmpty() && data.at(0) == COMMITMENT);
        if (some && !rollup.dataOnL1()) {
            unknown = Optional.of("L1 block " + block.number()
                    + " holds a commitment to data that is kept elsewhere (alt-DA), which is not read here");
        }
    }

    private Optional<String> blobs(List<Bytes> given, List<Hash32> hashes) {
        if (given.size() != hashes.size()) {
            return Optional.of(given.size() + " blobs where " + hashes.size() + " were asked for");
        }
        for (int i = 0; i < given.size(); i++) {
            byte[] expected = hashes.get(i).toArray();
            boolean right = hashing.versionedHash(given.get(i).sharedArray())
                    .filter(hash -> Arrays.equals(hash, expected))
                    .isPresent();
            if (!right) {
                return Optional.of("the bytes given for blob " + hashes.get(i) + " are not that blob");
            }
        }
        blobs = given;
        need = Optional.empty();
        noteCommitments(pieces());
        return Optional.empty();
    }
}
