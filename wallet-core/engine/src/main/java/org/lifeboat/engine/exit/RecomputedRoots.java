package org.lifeboat.engine.exit;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lifeboat.engine.storage.EvidenceStore;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;

/// Output roots of an L2 that this computer has recomputed from the chain's data on an L1 that it follows, for when one
/// is to be posted with a bond behind it. Form `recomputed-root/1`: the root, the number and the hash of the newest L1
/// block that was read for it.
public final class RecomputedRoots {
    private static final String KIND = "recomputed-root/1";

    /// The newest are kept.
    private static final int MOST = 8;

    private static final int SIZE = 2 * Hash32.SIZE + Long.BYTES;

    private final EvidenceStore store;
    private final ChainId chain;

    public RecomputedRoots(EvidenceStore store, ChainId chain) {
        this.store = store;
        this.chain = chain;
    }

    /// @param l1 number of the newest L1 block that was read for it
    record Root(L2Block block, Hash32 hash, long l1) {}

    /// @param l1 the newest block of L1 that was read for it
    public void keep(L2Block block, Hash32 root, BlockRef l1) {
        ByteBuffer content = ByteBuffer.allocate(SIZE)
                .put(root.toArray())
                .putLong(l1.number())
                .put(l1.hash().toArray());
        // No account's: it is the chain's.
        pieces().filter(piece -> piece.stored().block().number() == block.number())
                .forEach(piece -> store.remove(piece.id()));
        store.add(new StoredEvidence(
                KIND, chain, Address.ZERO, new BlockRef(block.number(), root, 0), Bytes.of(content.array())));
        pieces().skip(MOST).forEach(piece -> store.remove(piece.id()));
    }

    /// Those up to a block, the newest first. A damaged one is none.
    List<Root> upTo(L2Block block) {
        return pieces().flatMap(piece -> read(piece.stored()).stream())
                .filter(root -> root.block().compareTo(block) <= 0)
                .toList();
    }

    /// All that are kept, by block.
    Map<L2Block, Hash32> byBlock() {
        Map<L2Block, Hash32> roots = new HashMap<>();
        pieces().flatMap(piece -> read(piece.stored()).stream()).forEach(root -> roots.put(root.block(), root.hash()));
        return roots;
    }

    private record Piece(EvidenceStore.Id id, StoredEvidence stored) {}

    /// The newest block first.
    private Stream<Piece> pieces() {
        return store.of(chain, Address.ZERO, Optional.of(KIND)).stream()
                .flatMap(id -> store.find(id).map(stored -> new Piece(id, stored)).stream())
                .sorted(Comparator.comparingLong(
                                (Piece piece) -> piece.stored().block().number())
                        .reversed())
                .toList()
                .stream();
    }

    private static Optional<Root> read(StoredEvidence stored) {
        Bytes content = stored.content();
        return content.size() == SIZE
                ? Optional.of(new Root(
                        new L2Block(stored.block().number()),
                        Hash32.of(content.slice(0, Hash32.SIZE).toArray()),
                        ByteBuffer.wrap(content.toArray()).getLong(Hash32.SIZE)))
                : Optional.empty();
    }
}
