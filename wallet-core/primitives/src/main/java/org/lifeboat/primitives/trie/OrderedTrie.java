package org.lifeboat.primitives.trie;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.rlp.RlpWriter;

/// The trie over a block's transactions, receipts or withdrawals: the key is the RLP of the position (Yellow
/// Paper, section 4.4.1). An item is its EIP-2718 encoding, without RLP around it.
public final class OrderedTrie {
    private OrderedTrie() {}

    public static Hash32 root(List<Bytes> items) {
        return build(items).root();
    }

    /// The nodes that show what stands at `index`, or that nothing does.
    public static List<Bytes> proof(List<Bytes> items, int index) {
        return build(items).proof(key(index));
    }

    /// @param index from 0
    /// @return the item there; empty if the block has fewer; see [TrieProof]
    public static Answer<Optional<Bytes>> check(Hash32 root, int index, List<Bytes> nodes) {
        return TrieProof.check(root, key(index).toArray(), nodes);
    }

    private static TrieBuilder build(List<Bytes> items) {
        TrieBuilder trie = TrieBuilder.plain();
        for (int i = 0; i < items.size(); i++) {
            trie.put(key(i), items.get(i));
        }
        return trie;
    }

    private static Bytes key(int index) {
        return new RlpWriter().integer(index).toBytes();
    }
}
