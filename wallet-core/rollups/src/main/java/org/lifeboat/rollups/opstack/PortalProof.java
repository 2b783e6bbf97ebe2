package org.lifeboat.rollups.opstack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpReader;

/// A storage proof in the form that the portal reads: every node an element of its own, also one that is so short
/// that it stands inside its parent, which servers leave out.
/// Source: optimism, `src/libraries/trie/MerkleTrie.sol`, `get`.
final class PortalProof {
    private static final int BRANCH_ITEMS = 17;

    private PortalProof() {}

    /// @param nodes that were found to prove the slot
    static List<Bytes> of(Hash32 slot, List<Bytes> nodes) {
        byte[] key = Keccak256.digest(slot.toArray());
        List<Bytes> whole = new ArrayList<>();
        int nibble = 0;
        try {
            for (Bytes listed : nodes) {
                if (whole.contains(listed)) {
                    continue; // It stands inside its parent and was repeated already.
                }
                Optional<Bytes> node = Optional.of(listed);
                while (node.isPresent()) {
                    whole.add(node.get());
                    Below below = below(node.get(), key, nibble);
                    nibble = below.nibble();
                    node = below.embedded();
                }
            }
        } catch (RlpException e) {
            throw new IllegalStateException("a proof that was checked cannot be read: " + e.reason(), e);
        }
        return whole;
    }

    /// @param embedded the next node, if it stands inside this one
    private record Below(int nibble, Optional<Bytes> embedded) {}

    private static Below below(Bytes node, byte[] key, int nibble) throws RlpException {
        List<Part> parts = parts(node);
        if (parts.size() == BRANCH_ITEMS) {
            return new Below(nibble + 1, embedded(parts.get(nibbleAt(key, nibble))));
        }
        Bytes path = parts.getFirst().content();
        int flags = (path.at(0) & 0xff) >>> 4;
        int length = 2 * (path.size() - 1) + (flags & 1);
        boolean leaf = (flags & 2) != 0;
        return new Below(nibble + length, leaf ? Optional.empty() : embedded(parts.get(1)));
    }

    private static Optional<Bytes> embedded(Part part) {
        return part.list() ? Optional.of(part.whole()) : Optional.empty();
    }

    /// @param whole with its prefix
    private record Part(boolean list, Bytes whole, Bytes content) {}

    private static List<Part> parts(Bytes node) throws RlpException {
        RlpReader items = RlpReader.of(node).list();
        List<Part> parts = new ArrayList<>();
        while (items.hasMore()) {
            int from = items.position();
            items.next();
            parts.add(new Part(
                    items.itemIsList(),
                    node.slice(from, items.position()),
                    node.slice(items.itemStart(), items.itemStart() + items.itemLength())));
        }
        return parts;
    }

    private static int nibbleAt(byte[] key, int index) {
        return (key[index / 2] >> ((index & 1) == 0 ? 4 : 0)) & 0xf;
    }
}
