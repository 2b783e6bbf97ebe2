package org.lifeboat.sandbox.beacon;

import java.util.ArrayList;
import java.util.List;
import org.lifeboat.lightclient.HistoryIndices;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszTree;

/// What one state keeps of the blocks before its own: `block_roots`, `historical_roots` and `historical_summaries`, by
/// their leaves. Source: consensus-specs phase0/beacon-chain.md, `process_slot`, `process_historical_roots_update`, and
/// capella/beacon-chain.md, `process_historical_summaries_update`.
/// @param blockRoots of the newest round of slots, each at its slot modulo the round
/// @param rounds the block roots of every round that is over, the oldest first
/// @param frozen how many of them came before Capella, and so are in `historical_roots`
record PlayHistory(List<Hash32> blockRoots, List<List<Hash32>> rounds, int frozen) {
    private static final int LIST_DEPTH = Long.numberOfTrailingZeros(HistoryIndices.LIMIT);

    PlayHistory {
        blockRoots = List.copyOf(blockRoots);
        rounds = List.copyOf(rounds);
        frozen = Math.min(frozen, rounds.size());
    }

    /// @param index generalized, of a node of `block_roots`; 1 is its root
    Hash32 inBlockRoots(long index) {
        return node(blockRoots, depth(blockRoots), index);
    }

    /// @param index generalized, of a node of `historical_roots`; 1 is its root
    Hash32 inRoots(long index) {
        return inList(0, frozen, index);
    }

    /// @param index generalized, of a node of `historical_summaries`; 1 is its root
    Hash32 inSummaries(long index) {
        return inList(frozen, rounds.size(), index);
    }

    /// `state_roots` at the end of the newest round that is over.
    Hash32 stateRoots() {
        return rounds.isEmpty() ? Hash32.ZERO : stateSide(rounds.size() - 1);
    }

    private Hash32 inList(int from, int to, long index) {
        SszTree tree = new SszTree();
        if (index == 1) {
            return tree.hash(inList(from, to, 2), inList(from, to, 3));
        }
        if (index == 3) {
            return SszTree.uint64(to - from);
        }
        int below = 63 - Long.numberOfLeadingZeros(index) - 1 - LIST_DEPTH;
        int number = from + ((int) (index >> Math.max(0, below)) & (int) (HistoryIndices.LIMIT - 1));
        if (below == 1) {
            return (index & 1) == 0 ? summary(number) : stateSide(number);
        }
        List<Hash32> summaries = new ArrayList<>();
        for (int i = from; i < to; i++) {
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
