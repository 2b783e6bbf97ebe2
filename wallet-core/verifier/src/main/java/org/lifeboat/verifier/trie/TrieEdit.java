package org.lifeboat.verifier.trie;

import java.util.Arrays;
import org.lifeboat.primitives.Bytes;

/// One write to one key: gives the nodes that change on the way, all others stay the same objects.
final class TrieEdit {
    private final PreimageStore store;
    private final byte[] key;

    TrieEdit(PreimageStore store, byte[] key) {
        this.store = store;
        this.key = key;
    }

    /// @param at how many nibbles of the key lead to `node`
    /// @return `node` itself where nothing changes
    Node put(Node node, int at, Bytes value) {
        return switch (node) {
            case Node.Nothing _ -> new Node.Leaf(Nibbles.from(key, at), value);
            case Node.Stub stub -> putBelow(stub, at, value);
            case Node.Leaf leaf -> putBesideLeaf(leaf, at, value);
            case Node.Extension extension -> putIntoExtension(extension, at, value);
            case Node.Branch branch -> putIntoBranch(branch, at, value);
        };
    }

    private Node putBelow(Node.Stub stub, int at, Bytes value) {
        Node node = store.node(stub.hash, Arrays.copyOf(key, at));
        Node changed = put(node, at, value);
        return changed == node ? stub : changed;
    }

    private Node putIntoBranch(Node.Branch branch, int at, Bytes value) {
        if (at == key.length) {
            return branch.value.equals(value) ? branch : branch.withValue(value);
        }
        Node child = branch.child(key[at]);
        Node changed = put(child, at + 1, value);
        return changed == child ? branch : branch.with(key[at], changed);
    }

    private Node putBesideLeaf(Node.Leaf leaf, int at, Bytes value) {
        int shared = Nibbles.shared(leaf.path, key, at);
        if (shared == leaf.path.length && shared == key.length - at) {
            return leaf.value.equals(value) ? leaf : new Node.Leaf(leaf.path, value);
        }
        Node.Branch fork = shared == leaf.path.length
                ? Node.Branch.empty().withValue(leaf.value)
                : Node.Branch.empty()
                        .with(leaf.path[shared], new Node.Leaf(Nibbles.from(leaf.path, shared + 1), leaf.value));
        return below(leaf.path, shared, putIntoBranch(fork, at + shared, value));
    }

    private Node putIntoExtension(Node.Extension extension, int at, Bytes value) {
        int shared = Nibbles.shared(extension.path, key, at);
        if (shared == extension.path.length) {
            Node changed = put(extension.child, at + shared, value);
            return changed == extension.child ? extension : new Node.Extension(extension.path, changed);
        }
        byte[] rest = Nibbles.from(extension.path, shared + 1);
        Node.Branch fork = Node.Branch.empty()
                .with(
                        extension.path[shared],
                        rest.length == 0 ? extension.child : new Node.Extension(rest, extension.child));
        return below(extension.path, shared, putIntoBranch(fork, at + shared, value));
    }

    private static Node below(byte[] path, int length, Node node) {
        return length == 0 ? node : new Node.Extension(Arrays.copyOf(path, length), node);
    }

    /// @return `node` itself where the key is not below it
    Node remove(Node node, int at) {
        return switch (node) {
            case Node.Nothing nothing -> nothing;
            case Node.Stub stub -> removeBelow(stub, at);
            case Node.Leaf leaf -> {
                boolean here = key.length - at == leaf.path.length && Nibbles.follows(leaf.path, key, at);
                yield here ? Node.Nothing.HERE : leaf;
            }
            case Node.Extension extension -> removeFromExtension(extension, at);
            case Node.Branch branch -> removeFromBranch(branch, at);
        };
    }

    private Node removeBelow(Node.Stub stub, int at) {
        Node node = store.node(stub.hash, Arrays.copyOf(key, at));
        Node changed = remove(node, at);
        return changed == node ? stub : changed;
    }

    private Node removeFromExtension(Node.Extension extension, int at) {
        if (!Nibbles.follows(extension.path, key, at)) {
            return extension;
        }
        Node changed = remove(extension.child, at + extension.path.length);
        return changed == extension.child ? extension : joined(extension.path, changed);
    }

    private Node removeFromBranch(Node.Branch branch, int at) {
        if (at == key.length) {
            return branch.value.isEmpty() ? branch : collapsed(branch.withValue(Bytes.EMPTY), at);
        }
        Node child = branch.child(key[at]);
        Node changed = remove(child, at + 1);
        return changed == child ? branch : collapsed(branch.with(key[at], changed), at);
    }

    /// A branch with nothing to choose between is none: its only member takes its place, and must be known for
    /// that.
    private Node collapsed(Node.Branch branch, int at) {
        int only = -1;
        for (int nibble = 0; nibble < Node.Branch.FAN_OUT; nibble++) {
            if (!(branch.child(nibble) instanceof Node.Nothing)) {
                if (only >= 0 || !branch.value.isEmpty()) {
                    return branch;
                }
                only = nibble;
            }
        }
        if (only < 0) {
            return branch.value.isEmpty() ? Node.Nothing.HERE : new Node.Leaf(new byte[0], branch.value);
        }
        byte[] step = {(byte) only};
        Node child = branch.child(only);
        Node known = child instanceof Node.Stub stub
                ? store.node(stub.hash, Nibbles.join(Arrays.copyOf(key, at), step))
                : child;
        return known instanceof Node.Branch ? new Node.Extension(step, child) : joined(step, known);
    }

    /// What stands for `child` below `path`.
    private static Node joined(byte[] path, Node child) {
        return switch (child) {
            case Node.Nothing nothing -> nothing;
            case Node.Leaf leaf -> new Node.Leaf(Nibbles.join(path, leaf.path), leaf.value);
            case Node.Extension extension -> new Node.Extension(Nibbles.join(path, extension.path), extension.child);
            case Node.Branch _, Node.Stub _ -> new Node.Extension(path, child);
        };
    }
}
