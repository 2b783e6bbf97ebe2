package org.lifeboat.sandbox.beacon;

import java.util.ArrayList;
import java.util.List;
import org.lifeboat.lightclient.HistoryIndices;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszTree;

/// What one state keeps of the blocks before its own: `block_roots` and `historical_summaries`, by their leaves.
/// Source: consensus-specs phase0/beacon-chain.md, `process_slot`, and capella/beacon-chain.md,
/// `process_historical_summaries_update`.
/// @param blockRoots of the newest round of slots, each at its slot modulo the round
/// @param rounds the block roots of every round that is over, the oldest first
record PlayHistory(List<Hash32> blockRoots, List<List<Hash32>> rounds) {
    private static final int LIST_DEPTH = Long.numberOfTrailingZeros(HistoryIndices.LIMIT);

    PlayHistory {
        blockRoots = List.copyOf(blockRoots);
        rounds = List.copyOf(rounds);
    }

    /// @param index generalized, of a node of `block_roots`; 1 is its root
    Hash32 inBlockRoots(long index) {
        return node(blockRoots, depth(blockRoots), index);
    }

    /// @param index generalized, of a node of `historical_summaries`; 1 is its root
    Hash32 inSummaries(long index) {
        SszTree tree = new SszTree();
        if (index == 1) {
            return tree.hash(inSummaries(2), inSummaries(3));
        }
        if (index == 3) {
            return SszTree.uint64(rounds.size());
        }
        int below = 63 - Long.numberOfLeadingZeros(index) - 1 - LIST_DEPTH;
        int number = (int) (index >> Math.max(0, below)) & (int) (HistoryIndices.LIMIT - 1);
        if (below == 1) {
            return (index & 1) == 0 ? summary(number) : stateSide(number);
        }
        List<Hash32> summaries = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            summaries.add(tree.hash(summary(i), stateSide(i)));
        }
        long width = Long.highestOneBit(index);
        return node(summaries, LIST_DEPTH, width / 2 + (index - width));
    }

    private Hash32 summary(int number) {
        List<Hash32> roots = rounds.get(number);
        return node(roots, depth(roots), 1);
    }

    /// The roots of states are of no use to anybody here.
    private static Hash32 stateSide(int number) {
        return Hash32.ofNumber(number + 1);
    }

    private static int depth(List<Hash32> leaves) {
        return 31 - Integer.numberOfLeadingZeros(leaves.size());
    }

    /// The node at a generalized index of a tree of which only the first leaves are not zero.
    static Hash32 node(List<Hash32> leaves, int depth, long index) {
        int level = 63 - Long.numberOfLeadingZeros(index);
        SszTree tree = new SszTree();
        List<Hash32> nodes = leaves;
        Hash32 zero = Hash32.ZERO;
        for (int i = depth; i > level; i--) {
            List<Hash32> above = new ArrayList<>();
            for (int at = 0; at < nodes.size(); at += 2) {
                above.add(tree.hash(nodes.get(at), at + 1 < nodes.size() ? nodes.get(at + 1) : zero));
            }
            zero = tree.hash(zero, zero);
            nodes = above;
        }
        long place = index - (1L << level);
        return place < nodes.size() ? nodes.get((int) place) : zero;
    }
}
