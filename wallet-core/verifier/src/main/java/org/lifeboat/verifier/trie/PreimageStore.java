package org.lifeboat.verifier.trie;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.rlp.RlpException;

/// Trie nodes and codes by their Keccak-256: what a witness brought, and what versions of a trie wrote. It only
/// grows, and whatever is added is hashed here, so that nothing in it can be false. Safe for many threads.
public final class PreimageStore {
    private final Map<Hash32, Bytes> encoded = new HashMap<>();

    /// Nodes that were read, or written by a version.
    private final Map<Hash32, Node> nodes = new HashMap<>();

    public PreimageStore() {}

    public static PreimageStore of(Collection<Bytes> preimages) {
        PreimageStore store = new PreimageStore();
        preimages.forEach(store::add);
        return store;
    }

    /// @return the hash it is found by
    public Hash32 add(Bytes preimage) {
        Hash32 hash = Keccak256.hash(preimage);
        synchronized (this) {
            encoded.putIfAbsent(hash, preimage);
        }
        return hash;
    }

    /// A code or a node, whether it was added or written by a version.
    public synchronized Optional<Bytes> find(Hash32 hash) {
        return Optional.ofNullable(encoded.get(hash))
                .or(() -> Optional.ofNullable(nodes.get(hash)).map(node -> Bytes.of(node.encoded())));
    }

    /// How many nodes and codes there are.
    public synchronized int size() {
        return nodes.size() + encoded.size();
    }

    /// @param path from the trie's root, for the report
    synchronized Node node(Hash32 hash, byte[] path) {
        @Nullable Node known = nodes.get(hash);
        return known != null ? known : read(hash, path);
    }

    private Node read(Hash32 hash, byte[] path) {
        @Nullable Bytes bytes = encoded.get(hash);
        if (bytes == null) {
            throw new Unresolved(new MissingNode(hash, Bytes.of(path), false));
        }
        try {
            Node node = NodeDecoding.decode(bytes);
            if (bytes.size() >= Hash32.SIZE) {
                node.setReference(hash.toArray());
            }
            nodes.put(hash, node);
            return node;
        } catch (RlpException e) {
            throw new Unresolved(new MissingNode(hash, Bytes.of(path), true));
        }
    }

    /// @return whether it is new
    synchronized boolean keep(Hash32 hash, Node node) {
        return nodes.putIfAbsent(hash, node) == null;
    }
}
