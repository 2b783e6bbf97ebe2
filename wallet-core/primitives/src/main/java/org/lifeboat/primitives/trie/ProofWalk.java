package org.lifeboat.primitives.trie;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpReader;

/// One walk from a root along one key. Works on the nodes' own arrays; ends because every step takes a node
/// from the list or goes into a strictly shorter part of the one at hand.
final class ProofWalk {
    private static final int BRANCH_ITEMS = 17;
    private static final int SHORT_ITEMS = 2;
    private static final int VALUE_ITEM = 16;

    private final byte[] key;
    private final List<Bytes> nodes;
    private final byte[] digest = new byte[Keccak256.SIZE];

    /// How many nibbles of the key are behind us.
    private int nibble;
    /// How many nodes of the list are behind us.
    private int used;

    // The node at hand, or what was found in it: bytes from start to end of data.
    private byte[] data = new byte[0];
    private int start;
    private int end;

    private enum Found {
        VALUE,
        NOTHING,
        /// 32 bytes: the next node is in the list.
        HASH,
        /// A node within this node.
        EMBEDDED
    }

    ProofWalk(byte[] key, List<Bytes> nodes) {
        this.key = key;
        this.nodes = nodes;
    }

    Answer<Optional<Bytes>> from(Hash32 root) {
        data = root.toArray();
        start = 0;
        end = Hash32.SIZE;
        try {
            return walk();
        } catch (RlpException e) {
            return new Answer.Unknown<>(
                    Answer.Cause.UPDATE_NEEDED,
                    "node " + used + " has the right hash but is of a kind this program does not know: " + e.reason());
        }
    }

    private Answer<Optional<Bytes>> walk() throws RlpException {
        Found found = Found.HASH;
        while (found == Found.HASH || found == Found.EMBEDDED) {
            if (found == Found.HASH) {
                if (used == nodes.size()) {
                    return new Answer.Unknown<>(Answer.Cause.MISSING, "the proof ends after " + used + " nodes");
                }
                if (!enterNext()) {
                    return new Answer.Refuted<>("node " + used + " of the proof does not have the hash named above it");
                }
            } else {
                passRepetition();
            }
            found = descend();
        }
        if (used < nodes.size()) {
            return new Answer.Refuted<>((nodes.size() - used) + " nodes of the proof are not on the way to the key");
        }
        return new Answer.Proven<>(
                found == Found.VALUE ? Optional.of(Bytes.copyOf(data, start, end)) : Optional.empty());
    }

    /// Goes to the next node of the list if it has the hash at hand.
    private boolean enterNext() {
        byte[] next = nodes.get(used).sharedArray();
        used++;
        Keccak256.digestInto(next, 0, next.length, digest);
        boolean fits = Arrays.equals(data, start, end, digest, 0, Keccak256.SIZE);
        data = next;
        start = 0;
        end = next.length;
        return fits;
    }

    /// The embedded node at hand may stand in the list once more.
    private void passRepetition() {
        if (used < nodes.size()) {
            byte[] next = nodes.get(used).sharedArray();
            if (Arrays.equals(data, start, end, next, 0, next.length)) {
                used++;
            }
        }
    }

    private Found descend() throws RlpException {
        if (end - start == 1 && (data[start] & 0xff) == 0x80 && nibble == 0) {
            return Found.NOTHING; // the node of an empty trie
        }
        RlpReader node = RlpReader.of(data, start, end);
        RlpReader items = node.list();
        node.end();
        int count = count(items);
        return switch (count) {
            case BRANCH_ITEMS -> branch(items);
            case SHORT_ITEMS -> shortNode(items);
            default -> throw new RlpException("a node of " + count + " items");
        };
    }

    private int count(RlpReader items) throws RlpException {
        RlpReader counter = RlpReader.of(data, items.position(), end);
        int count = 0;
        while (counter.hasMore() && count <= BRANCH_ITEMS) {
            counter.next();
            count++;
        }
        return count;
    }

    private Found branch(RlpReader items) throws RlpException {
        boolean atEnd = nibble == 2 * key.length;
        int wanted = atEnd ? VALUE_ITEM : nibbleAt(nibble);
        for (int skipped = 0; skipped < wanted; skipped++) {
            items.next();
        }
        if (atEnd) {
            items.next();
            return value(items, true);
        }
        nibble++;
        return child(items);
    }

    private Found shortNode(RlpReader items) throws RlpException {
        items.next();
        int path = items.itemStart();
        int pathBytes = items.itemLength();
        if (items.itemIsList() || pathBytes == 0) {
            throw new RlpException("a path that is none");
        }
        int flags = (data[path] & 0xff) >>> 4;
        boolean odd = (flags & 1) != 0;
        boolean leaf = (flags & 2) != 0;
        if (flags > 3 || (!odd && (data[path] & 0xf) != 0)) {
            throw new RlpException("a path with unknown flags");
        }
        int nibbles = 2 * (pathBytes - 1) + (odd ? 1 : 0);
        if (nibbles == 0 && !leaf) {
            throw new RlpException("an extension of no length");
        }
        boolean fits = follows(path, pathBytes, nibbles);
        if (leaf) {
            items.next();
            Found value = value(items, false);
            return fits && nibble + nibbles == 2 * key.length ? value : Found.NOTHING;
        }
        if (!fits) {
            return Found.NOTHING;
        }
        nibble += nibbles;
        Found next = child(items);
        if (next == Found.NOTHING) {
            throw new RlpException("an extension to nowhere");
        }
        return next;
    }

    /// Whether the key goes on with the path's `nibbles`.
    private boolean follows(int path, int pathBytes, int nibbles) {
        if (nibble + nibbles > 2 * key.length) {
            return false;
        }
        int first = 2 * pathBytes - nibbles;
        for (int i = 0; i < nibbles; i++) {
            int at = first + i;
            int have = (data[path + at / 2] >> ((at & 1) == 0 ? 4 : 0)) & 0xf;
            if (have != nibbleAt(nibble + i)) {
                return false;
            }
        }
        return true;
    }

    private int nibbleAt(int index) {
        return (key[index / 2] >> ((index & 1) == 0 ? 4 : 0)) & 0xf;
    }

    private Found child(RlpReader items) throws RlpException {
        int from = items.position();
        items.next();
        if (items.itemIsList()) {
            if (items.position() - from >= Hash32.SIZE) {
                throw new RlpException("a node within a node that should have been hashed");
            }
            start = from;
            end = items.position();
            return Found.EMBEDDED;
        }
        if (items.itemLength() == 0) {
            return Found.NOTHING;
        }
        if (items.itemLength() != Hash32.SIZE) {
            throw new RlpException("a child of " + items.itemLength() + " bytes");
        }
        start = items.itemStart();
        end = start + Hash32.SIZE;
        return Found.HASH;
    }

    /// @param mayBeEmpty in a branch, where that means no value
    private Found value(RlpReader items, boolean mayBeEmpty) throws RlpException {
        if (items.itemIsList() || (items.itemLength() == 0 && !mayBeEmpty)) {
            throw new RlpException("a value that is none");
        }
        start = items.itemStart();
        end = start + items.itemLength();
        return items.itemLength() == 0 ? Found.NOTHING : Found.VALUE;
    }
}
