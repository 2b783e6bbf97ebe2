package org.lifeboat.verifier.trie;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.trie.TrieProof;

/// One version of a trie. Never changes; writes give another version that shares what they did not touch. Keys
/// stand as they are: [StateTrie] hashes them. Safe for many threads.
public final class Trie {
    private final Node root;
    private final PreimageStore store;

    Trie(Node root, PreimageStore store) {
        this.root = root;
        this.store = store;
    }

    /// The trie with that root, as far as the store has its nodes, now or when they are asked for.
    public static Trie of(Hash32 root, PreimageStore store) {
        return new Trie(root.equals(TrieProof.EMPTY_ROOT) ? Node.Nothing.HERE : new Node.Stub(root), store);
    }

    public static Trie empty(PreimageStore store) {
        return new Trie(Node.Nothing.HERE, store);
    }

    /// Hashes the nodes that are new since roots were last asked for.
    public Hash32 root() {
        return hashOf(root);
    }

    /// The key's value; empty where it is proven to have none.
    public TrieResult<Optional<Bytes>> get(byte[] key) {
        try {
            return new TrieResult.Known<>(find(key));
        } catch (Unresolved missing) {
            return new TrieResult.Missing<>(missing.node());
        }
    }

    /// The version in which the key has that value; the empty value removes it.
    public TrieResult<Trie> put(byte[] key, Bytes value) {
        try {
            return new TrieResult.Known<>(with(key, value));
        } catch (Unresolved missing) {
            return new TrieResult.Missing<>(missing.node());
        }
    }

    /// The version without the key. Where a branch is left with one child, that child must be known.
    public TrieResult<Trie> remove(byte[] key) {
        return put(key, Bytes.EMPTY);
    }

    /// The nodes from the root down that show what `key` has, or that it has nothing; none for an empty trie.
    /// What [TrieProof] checks.
    public TrieResult<List<Bytes>> prove(byte[] key) {
        try {
            return new TrieResult.Known<>(pathTo(key));
        } catch (Unresolved missing) {
            return new TrieResult.Missing<>(missing.node());
        }
    }

    Trie with(byte[] key, Bytes value) {
        TrieEdit edit = new TrieEdit(store, Nibbles.of(key));
        Node changed = value.isEmpty() ? edit.remove(root, 0) : edit.put(root, 0, value);
        return changed == root ? this : new Trie(changed, store);
    }

    Optional<Bytes> find(byte[] bytes) {
        byte[] key = Nibbles.of(bytes);
        Node node = root;
        int at = 0;
        while (true) {
            switch (node) {
                case Node.Nothing _ -> {
                    return Optional.empty();
                }
                case Node.Stub stub -> node = store.node(stub.hash, Arrays.copyOf(key, at));
                case Node.Leaf leaf -> {
                    boolean here = key.length - at == leaf.path.length && Nibbles.follows(leaf.path, key, at);
                    return here ? Optional.of(leaf.value) : Optional.empty();
                }
                case Node.Extension extension -> {
                    if (!Nibbles.follows(extension.path, key, at)) {
                        return Optional.empty();
                    }
                    at += extension.path.length;
                    node = extension.child;
                }
                case Node.Branch branch -> {
                    if (at == key.length) {
                        return branch.value.isEmpty() ? Optional.empty() : Optional.of(branch.value);
                    }
                    node = branch.child(key[at]);
                    at++;
                }
            }
        }
    }

    private List<Bytes> pathTo(byte[] bytes) {
        byte[] key = Nibbles.of(bytes);
        List<Bytes> nodes = new ArrayList<>();
        Node node = root;
        int at = 0;
        while (!(node instanceof Node.Nothing)) {
            if (node instanceof Node.Stub stub) {
                node = store.node(stub.hash, Arrays.copyOf(key, at));
                continue;
            }
            if (nodes.isEmpty() || node.isHashed()) {
                nodes.add(Bytes.of(node.encoded()));
            }
            if (node instanceof Node.Branch branch && at < key.length) {
                node = branch.child(key[at]);
                at++;
            } else if (node instanceof Node.Extension extension && Nibbles.follows(extension.path, key, at)) {
                node = extension.child;
                at += extension.path.length;
            } else {
                break;
            }
        }
        return nodes;
    }

    /// Puts what is new into the store, so that this version can be found by its root from now on.
    public Hash32 commit() {
        Hash32 hash = root();
        if (!(root instanceof Node.Nothing || root instanceof Node.Stub) && store.keep(hash, root)) {
            commitBelow(root);
        }
        return hash;
    }

    /// Puts every node of this version into another store.
    /// @param values is told each key's value
    void copyTo(PreimageStore other, Consumer<Bytes> values) {
        copy(root, new byte[0], other, values);
    }

    private void copy(Node node, byte[] path, PreimageStore other, Consumer<Bytes> values) {
        boolean below = switch (node) {
            case Node.Nothing _ -> false;
            case Node.Stub stub -> {
                copy(store.node(stub.hash, path), path, other, values);
                yield false;
            }
            case Node.Leaf _, Node.Extension _, Node.Branch _ ->
                (path.length > 0 && !node.isHashed()) || other.keep(hashOf(node), node);
        };
        if (below) {
            copyBelow(node, path, other, values);
        }
    }

    private void copyBelow(Node node, byte[] path, PreimageStore other, Consumer<Bytes> values) {
        switch (node) {
            case Node.Leaf leaf -> values.accept(leaf.value);
            case Node.Extension extension -> copy(extension.child, Nibbles.join(path, extension.path), other, values);
            case Node.Branch branch -> {
                if (!branch.value.isEmpty()) {
                    values.accept(branch.value);
                }
                for (int nibble = 0; nibble < Node.Branch.FAN_OUT; nibble++) {
                    copy(branch.child(nibble), Nibbles.join(path, new byte[] {(byte) nibble}), other, values);
                }
            }
            case Node.Nothing _, Node.Stub _ -> {}
        }
    }

    private static Hash32 hashOf(Node node) {
        byte[] reference = node.reference();
        return node.isHashed() ? Hash32.of(reference) : Keccak256.hash(reference);
    }

    private void commit(Node node) {
        boolean known = node instanceof Node.Nothing || node instanceof Node.Stub;
        if (!known && (!node.isHashed() || store.keep(Hash32.of(node.reference()), node))) {
            commitBelow(node);
        }
    }

    private void commitBelow(Node node) {
        if (node instanceof Node.Branch branch) {
            for (int nibble = 0; nibble < Node.Branch.FAN_OUT; nibble++) {
                commit(branch.child(nibble));
            }
        } else if (node instanceof Node.Extension extension) {
            commit(extension.child);
        }
    }
}
