package org.lifeboat.engine.activity;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.primitives.trie.OrderedTrie;

/// How one transaction ended: its place under the transactions root of a block's header, and the receipt at
/// that place under the receipts root. Worth as much as the header. Whoever reads one back from a disk or a
/// file checks it anew.
///
/// @param header the RLP of the block's header
/// @param place in the block, from 0
/// @param transactionNodes from the transactions root down
/// @param receiptNodes from the receipts root down
public record ReceiptProof(
        Hash32 transaction, Bytes header, int place, List<Bytes> transactionNodes, List<Bytes> receiptNodes) {
    public ReceiptProof {
        if (place < 0) {
            throw new IllegalArgumentException("places are counted from 0");
        }
        transactionNodes = List.copyOf(transactionNodes);
        receiptNodes = List.copyOf(receiptNodes);
    }

    /// @param transactions of the block, each as it is in the trie
    /// @param receipts likewise, as many
    public static ReceiptProof of(
            Hash32 transaction, BlockHeader header, int place, List<Bytes> transactions, List<Bytes> receipts) {
        return new ReceiptProof(
                transaction,
                header.encoded(),
                place,
                OrderedTrie.proof(transactions, place),
                OrderedTrie.proof(receipts, place));
    }

    /// Checks everything below the header.
    public Answer<Receipt> check() {
        return BlockHeader.fromRlp(header)
                .then(block -> OrderedTrie.check(block.transactionsRoot(), place, transactionNodes)
                        .then(this::isTheOne)
                        .then(_ -> OrderedTrie.check(block.receiptsRoot(), place, receiptNodes))
                        .then(ReceiptProof::read));
    }

    private Answer<Bytes> isTheOne(Optional<Bytes> item) {
        return item.filter(bytes -> Keccak256.hash(bytes).equals(transaction))
                .<Answer<Bytes>>map(Answer.Proven::new)
                .orElseGet(() -> new Answer.Refuted<>("at place " + place + " stands another transaction"));
    }

    private static Answer<Receipt> read(Optional<Bytes> item) {
        return item.map(Receipt::decode).orElseGet(() -> new Answer.Refuted<>("there is no such receipt"));
    }
}
