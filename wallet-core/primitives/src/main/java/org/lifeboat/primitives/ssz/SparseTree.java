package org.lifeboat.primitives.ssz;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lifeboat.primitives.Hash32;

/// A Merkle tree of which only some leaves matter, the others being zero: enough of a play chain's state to prove
/// things in. Leaves stand at generalized indices; none stands above another. Once filled, safe for many threads.
public final class SparseTree {
    private final SortedMap<Integer, Hash32> leaves = new TreeMap<>();

    public SparseTree put(int gindex, Hash32 leaf) {
        leaves.put(gindex, leaf);
        return this;
    }

    public Hash32 root() {
        return node(new SszTree(), 1);
    }

    /// From the leaf up to below the root.
    public List<Hash32> branch(int gindex) {
        SszTree tree = new SszTree(); // one thread's own
        List<Hash32> branch = new ArrayList<>();
        for (int at = gindex; at > 1; at /= 2) {
            branch.add(node(tree, at ^ 1));
        }
        return branch;
    }

    /// The node at a generalized index.
    public Hash32 node(int gindex) {
        return node(new SszTree(), gindex);
    }

    private Hash32 node(SszTree tree, int gindex) {
        Hash32 leaf = leaves.get(gindex);
        if (leaf != null) {
            return leaf;
        }
        boolean above = leaves.keySet().stream().anyMatch(key -> isBelow(key, gindex));
        return above ? tree.hash(node(tree, 2 * gindex), node(tree, 2 * gindex + 1)) : Hash32.ZERO;
    }

    private static boolean isBelow(int key, int gindex) {
        int at = key;
        while (at > gindex) {
            at /= 2;
        }
        return at == gindex && key != gindex;
    }
}
