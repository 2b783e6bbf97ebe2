package org.lifeboat.sandbox.beacon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.lifeboat.lightclient.BeaconHeader;
import org.lifeboat.lightclient.HistoryIndices;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SparseTree;
import org.lifeboat.primitives.ssz.SszTree;

/// Lodestar's compact multiproofs of states and blocks: whatever a descriptor asks for, from left to right.
final class Proofs {
    /// `body_root` among the eight leaves of a block.
    private static final long BODY = 12;

    private Proofs() {}

    /// @param format the descriptor; a bit 0 for a node whose children follow, a bit 1 for one that is wanted
    /// @return empty if it is no descriptor
    static Optional<List<Hash32>> leaves(Bytes format, LongFunction<Hash32> node) {
        Walk walk = new Walk(format, node, new ArrayList<>());
        return walk.from(1, 0) < 0 ? Optional.empty() : Optional.of(walk.leaves());
    }

    private record Walk(Bytes format, LongFunction<Hash32> node, List<Hash32> leaves) {
        /// @return the bit after those that describe what is below `index`; negative: there are too few
        int from(long index, int bit) {
            if (bit < 0 || bit >= 8 * format.size() || index > 1L << 60) {
                return -1;
            }
            if ((format.at(bit / 8) >> (7 - bit % 8) & 1) == 1) {
                leaves.add(node.apply(index));
                return bit + 1;
            }
            return from(2 * index + 1, from(2 * index, bit + 1));
        }
    }

    /// A node of the state after a block.
    static Hash32 ofState(PlayBlock block, long index) {
        HistoryIndices places = HistoryIndices.of(block.fork()).orElseThrow();
        PlayHistory history = block.history().orElseThrow();
        Optional<Long> roots = below(places.blockRoots(), index);
        Optional<Long> frozen = below(places.roots(), index);
        Optional<Long> summaries = places.summaries() == 0 ? Optional.empty() : below(places.summaries(), index);
        if (roots.isPresent()) {
            return history.inBlockRoots(roots.get());
        }
        return frozen.map(history::inRoots)
                .or(() -> summaries.map(history::inSummaries))
                .orElseGet(() -> block.state().node((int) index));
    }

    /// A node of a block.
    static Hash32 ofBlock(PlayBlock block, long index) {
        SszTree tree = new SszTree();
        List<Hash32> payload = PlayBlock.payloadFields(block.payload(), block.fork(), tree);
        Optional<Long> body = below(BODY, index);
        Optional<Long> inPayload = body.flatMap(within -> below(PlayBlock.PAYLOAD, within));
        if (inPayload.isPresent()) {
            int depth = Integer.SIZE - Integer.numberOfLeadingZeros(payload.size() - 1);
            return PlayHistory.node(payload, depth, inPayload.get());
        }
        if (body.isPresent()) {
            return new SparseTree()
                    .put(PlayBlock.PAYLOAD, tree.container(payload))
                    .node(body.get().intValue());
        }
        BeaconHeader header = block.header().beacon();
        List<Hash32> fields = List.of(
                SszTree.uint64(header.slot()),
                SszTree.uint64(header.proposerIndex()),
                header.parentRoot(),
                header.stateRoot(),
                header.bodyRoot());
        return PlayHistory.node(fields, 3, index);
    }

    /// Where `index` stands in the tree whose root is at `top`; empty if it does not stand below or at it.
    private static Optional<Long> below(long top, long index) {
        int depth = Long.numberOfLeadingZeros(top) - Long.numberOfLeadingZeros(index);
        return depth >= 0 && index >> depth == top
                ? Optional.of((1L << depth) + (index & ((1L << depth) - 1)))
                : Optional.empty();
    }
}
