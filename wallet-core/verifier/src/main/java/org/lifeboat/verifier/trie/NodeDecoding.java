package org.lifeboat.verifier.trie;

import java.util.Arrays;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpReader;

/// Reads nodes, strictly: what the Yellow Paper does not allow is no node.
final class NodeDecoding {
    private static final int BRANCH_ITEMS = 17;
    private static final int SHORT_ITEMS = 2;

    private NodeDecoding() {}

    /// The node of an empty trie counts as one.
    static Node decode(Bytes encoded) throws RlpException {
        byte[] data = encoded.sharedArray();
        if (data.length == 1 && (data[0] & 0xff) == 0x80) {
            return Node.Nothing.HERE;
        }
        return decode(data, 0, data.length);
    }

    private static Node decode(byte[] data, int from, int to) throws RlpException {
        RlpReader whole = RlpReader.of(data, from, to);
        RlpReader items = whole.list();
        whole.end();
        int count = count(data, items.position(), to);
        return switch (count) {
            case BRANCH_ITEMS -> branch(data, items);
            case SHORT_ITEMS -> shortNode(data, items);
            default -> throw new RlpException("a node of " + count + " items");
        };
    }

    private static int count(byte[] data, int from, int to) throws RlpException {
        RlpReader counter = RlpReader.of(data, from, to);
        int count = 0;
        while (counter.hasMore() && count <= BRANCH_ITEMS) {
            counter.next();
            count++;
        }
        return count;
    }

    private static Node branch(byte[] data, RlpReader items) throws RlpException {
        Node[] children = new Node[Node.Branch.FAN_OUT];
        for (int i = 0; i < children.length; i++) {
            children[i] = child(data, items);
        }
        return new Node.Branch(children, items.bytes());
    }

    private static Node shortNode(byte[] data, RlpReader items) throws RlpException {
        byte[] packed = items.bytes().sharedArray();
        int flags = packed.length == 0 ? -1 : (packed[0] & 0xff) >>> 4;
        boolean odd = (flags & 1) != 0;
        if (flags < 0 || flags > 3 || (!odd && (packed[0] & 0xf) != 0)) {
            throw new RlpException("a path with unknown flags");
        }
        byte[] both = Nibbles.of(packed);
        byte[] path = Arrays.copyOfRange(both, odd ? 1 : 2, both.length);
        if ((flags & 2) != 0) {
            Bytes value = items.bytes();
            if (value.isEmpty()) {
                throw new RlpException("a value that is none");
            }
            return new Node.Leaf(path, value);
        }
        Node child = child(data, items);
        if (path.length == 0 || child instanceof Node.Nothing) {
            throw new RlpException("an extension of no length, or to nowhere");
        }
        return new Node.Extension(path, child);
    }

    private static Node child(byte[] data, RlpReader items) throws RlpException {
        int from = items.position();
        items.next();
        int length = items.itemLength();
        if (items.itemIsList()) {
            if (items.position() - from >= Hash32.SIZE) {
                throw new RlpException("a node within a node that should have been hashed");
            }
            return decode(data, from, items.position());
        }
        if (length == 0) {
            return Node.Nothing.HERE;
        }
        if (length != Hash32.SIZE) {
            throw new RlpException("a child of " + length + " bytes");
        }
        return new Node.Stub(Hash32.of(Arrays.copyOfRange(data, items.itemStart(), items.itemStart() + length)));
    }
}
