package org.lifeboat.primitives.trie;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.rlp.RlpWriter;

/// Computes the root of a whole trie, and proofs from it, out of its entries (Yellow Paper, appendix D).
///
/// Keeps the entries only and builds the nodes anew each time: meant for the transactions of a block or for
/// tests, not for a chain's state.
public final class TrieBuilder {
    /// The recursion goes two levels a byte at most.
    private static final int MAX_KEY_BYTES = 1024;

    private static final int FAN_OUT = 16;

    private final boolean hashesKeys;
    private final TreeMap<byte[], Bytes> entries = new TreeMap<>(Arrays::compareUnsigned);

    private TrieBuilder(boolean hashesKeys) {
        this.hashesKeys = hashesKeys;
    }

    /// A trie whose keys stand as they are: transactions, receipts, withdrawals.
    public static TrieBuilder plain() {
        return new TrieBuilder(false);
    }

    /// A trie that hashes its keys: accounts, storage.
    public static TrieBuilder secure() {
        return new TrieBuilder(true);
    }

    /// Sets a key; the empty value removes it.
    public TrieBuilder put(Bytes key, Bytes value) {
        if (value.isEmpty()) {
            return remove(key);
        }
        entries.put(nibbles(key), value);
        return this;
    }

    public TrieBuilder remove(Bytes key) {
        entries.remove(nibbles(key));
        return this;
    }

    public Hash32 root() {
        return entries.isEmpty() ? TrieProof.EMPTY_ROOT : Keccak256.hash(new Build(entries, new byte[0]).root());
    }

    /// The nodes from the root down that show what `key` has, or that it has nothing. Empty for an empty trie.
    public List<Bytes> proof(Bytes key) {
        if (entries.isEmpty()) {
            return List.of();
        }
        Build build = new Build(entries, nibbles(key));
        build.root();
        return List.copyOf(build.onPath.reversed());
    }

    private byte[] nibbles(Bytes key) {
        byte[] bytes = hashesKeys ? Keccak256.digest(key.sharedArray()) : key.sharedArray();
        if (bytes.length > MAX_KEY_BYTES) {
            throw new IllegalArgumentException("a key of more than " + MAX_KEY_BYTES + " bytes");
        }
        byte[] nibbles = new byte[2 * bytes.length];
        for (int i = 0; i < nibbles.length; i++) {
            nibbles[i] = (byte) ((bytes[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 0xf);
        }
        return nibbles;
    }

    /// One computation of all nodes, remembering those on the way to one key, lowest first.
    private static final class Build {
        private final List<byte[]> keys;
        private final List<Bytes> values;
        private final byte[] target;
        private final List<Bytes> onPath = new ArrayList<>();

        Build(Map<byte[], Bytes> entries, byte[] target) {
            this.keys = List.copyOf(entries.keySet());
            this.values = List.copyOf(entries.values());
            this.target = target;
        }

        Bytes root() {
            return node(0, keys.size(), 0);
        }

        /// The node for the entries `from` to `to`, which share their first `depth` nibbles.
        private Bytes node(int from, int to, int depth) {
            byte[] first = keys.get(from);
            int shared = Arrays.mismatch(first, keys.get(to - 1));
            Bytes encoded;
            if (to - from == 1) {
                encoded = new RlpWriter()
                        .list(w -> w.bytes(HexPrefix.encode(first, depth, first.length, true))
                                .bytes(values.get(from)))
                        .toBytes();
            } else if (shared > depth) {
                Bytes child = node(from, to, shared);
                encoded = new RlpWriter()
                        .list(w -> reference(child, w.bytes(HexPrefix.encode(first, depth, shared, false))))
                        .toBytes();
            } else {
                encoded = branch(from, to, depth);
            }
            boolean standsAlone = depth == 0 || encoded.size() >= Hash32.SIZE;
            if (standsAlone && leadsToTarget(first, depth)) {
                onPath.add(encoded);
            }
            return encoded;
        }

        private Bytes branch(int from, int to, int depth) {
            boolean hasValue = keys.get(from).length == depth;
            return new RlpWriter()
                    .list(writer -> {
                        int next = hasValue ? from + 1 : from;
                        for (int nibble = 0; nibble < FAN_OUT; nibble++) {
                            int begin = next;
                            while (next < to && keys.get(next)[depth] == nibble) {
                                next++;
                            }
                            if (next == begin) {
                                writer.bytes(Bytes.EMPTY);
                            } else {
                                reference(node(begin, next, depth + 1), writer);
                            }
                        }
                        writer.bytes(hasValue ? values.get(from) : Bytes.EMPTY);
                    })
                    .toBytes();
        }

        private boolean leadsToTarget(byte[] member, int depth) {
            return target.length >= depth && Arrays.equals(member, 0, depth, target, 0, depth);
        }

        private static void reference(Bytes child, RlpWriter writer) {
            if (child.size() < Hash32.SIZE) {
                writer.raw(child);
            } else {
                writer.bytes(Keccak256.digest(child.sharedArray()));
            }
        }
    }
}
