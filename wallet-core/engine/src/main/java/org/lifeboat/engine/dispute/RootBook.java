package org.lifeboat.engine.dispute;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lifeboat.engine.storage.EvidenceStore;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;

/// The output roots that were computed here for a game, kept so that the next move needs no second run over
/// days of blocks. Form `op-roots/1`: the first block's number in eight bytes, then the roots of it and
/// those after it.
final class RootBook {
    private static final String KIND = "op-roots/1";

    private final EvidenceStore evidence;
    private final ChainId chain;

    RootBook(EvidenceStore evidence, ChainId chain) {
        this.evidence = evidence;
        this.chain = chain;
    }

    /// @param roots without a gap
    void keep(Address game, SortedMap<Long, Hash32> roots) {
        evidence.of(chain, game, Optional.of(KIND)).forEach(evidence::remove);
        if (roots.isEmpty()) {
            return;
        }
        ByteBuffer content = ByteBuffer.allocate(Long.BYTES + roots.size() * Hash32.SIZE);
        content.putLong(roots.firstKey());
        roots.values().forEach(root -> content.put(root.toArray()));
        // The game's own address stands for the account: a game has none, and nobody else is meant.
        evidence.add(new StoredEvidence(
                KIND,
                chain,
                game,
                new BlockRef(roots.lastKey(), roots.lastEntry().getValue(), 0),
                Bytes.of(content.array())));
    }

    /// @return empty where none are kept, or they are damaged
    SortedMap<Long, Hash32> of(Address game) {
        SortedMap<Long, Hash32> roots = new TreeMap<>();
        evidence.of(chain, game, Optional.of(KIND)).stream()
                .flatMap(id -> evidence.find(id).stream())
                .findFirst()
                .ifPresent(stored -> read(stored.content(), roots));
        return roots;
    }

    private static void read(Bytes content, SortedMap<Long, Hash32> roots) {
        if (content.size() < Long.BYTES || (content.size() - Long.BYTES) % Hash32.SIZE != 0) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(content.toArray());
        long number = bytes.getLong();
        while (bytes.hasRemaining()) {
            byte[] root = new byte[Hash32.SIZE];
            bytes.get(root);
            roots.put(number++, Hash32.of(root));
        }
    }
}
