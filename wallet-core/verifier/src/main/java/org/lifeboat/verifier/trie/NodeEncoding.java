package org.lifeboat.verifier.trie;

import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.trie.HexPrefix;

/// The RLP of nodes, written into an array of the right size: most of a new root's cost beside the hashing.
final class NodeEncoding {
    private static final int STRING = 0x80;
    private static final int LIST = 0xc0;
    private static final int SHORT = 55;

    private final byte[] out;
    private int size;

    private NodeEncoding(int payload) {
        out = new byte[headerSize(payload) + payload];
        header(LIST, payload);
    }

    static byte[] leaf(byte[] path, Bytes value) {
        byte[] packed = HexPrefix.encode(path, true);
        byte[] content = value.sharedArray();
        NodeEncoding encoding = new NodeEncoding(stringSize(packed) + stringSize(content));
        encoding.string(packed);
        encoding.string(content);
        return encoding.out;
    }

    static byte[] extension(byte[] path, byte[] child) {
        byte[] packed = HexPrefix.encode(path, false);
        NodeEncoding encoding = new NodeEncoding(stringSize(packed) + referenceSize(child));
        encoding.string(packed);
        encoding.reference(child);
        return encoding.out;
    }

    static byte[] branch(Node[] children, Bytes value) {
        byte[] content = value.sharedArray();
        int payload = stringSize(content);
        for (Node child : children) {
            payload += referenceSize(child.reference());
        }
        NodeEncoding encoding = new NodeEncoding(payload);
        for (Node child : children) {
            encoding.reference(child.reference());
        }
        encoding.string(content);
        return encoding.out;
    }

    private static int referenceSize(byte[] reference) {
        return reference.length == Hash32.SIZE ? 1 + Hash32.SIZE : reference.length;
    }

    private void reference(byte[] reference) {
        if (reference.length == Hash32.SIZE) {
            string(reference);
        } else {
            append(reference);
        }
    }

    private static int stringSize(byte[] value) {
        return isItself(value) ? 1 : headerSize(value.length) + value.length;
    }

    private void string(byte[] value) {
        if (!isItself(value)) {
            header(STRING, value.length);
        }
        append(value);
    }

    private static boolean isItself(byte[] value) {
        return value.length == 1 && (value[0] & 0xff) < STRING;
    }

    private static int headerSize(int length) {
        return length <= SHORT ? 1 : 1 + lengthBytes(length);
    }

    private static int lengthBytes(int length) {
        return (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
    }

    private void header(int kind, int length) {
        if (length <= SHORT) {
            out[size++] = (byte) (kind + length);
            return;
        }
        int bytes = lengthBytes(length);
        out[size++] = (byte) (kind + SHORT + bytes);
        for (int i = bytes - 1; i >= 0; i--) {
            out[size++] = (byte) (length >>> (8 * i));
        }
    }

    private void append(byte[] value) {
        System.arraycopy(value, 0, out, size, value.length);
        size += value.length;
    }
}
