package org.lifeboat.conformance.evm;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.rlp.RlpWriter;

/// The root of a Merkle-Patricia trie with 32-byte keys, computed from all its pairs at once. Yellow Paper, appendix D.
final class TrieRoot {
    private static final int NIBBLES = 64;

    private static final class Pair {
        final byte[] key;
        final byte[] value;

        Pair(byte[] key, byte[] value) {
            this.key = key;
            this.value = value;
        }

        int nibble(int index) {
            int octet = key[index / 2] & 0xff;
            return index % 2 == 0 ? octet >> 4 : octet & 0xf;
        }
    }

    private final List<Pair> pairs = new ArrayList<>();

    static byte[] number(BigInteger value) {
        return new RlpWriter().integer(value).toArray();
    }

    static byte[] account(long nonce, BigInteger balance, Hash32 storageRoot, Hash32 codeHash) {
        BigInteger unsignedNonce = new BigInteger(Long.toUnsignedString(nonce));
        return new RlpWriter()
                .list(w -> w.integer(unsignedNonce).integer(balance).hash(storageRoot).hash(codeHash))
                .toArray();
    }

    void add(byte[] key, byte[] value) {
        pairs.add(new Pair(key, value));
    }

    Hash32 root() {
        if (pairs.isEmpty()) {
            return StoredAccount.EMPTY_ROOT;
        }
        pairs.sort(Comparator.comparing(pair -> pair.key, Arrays::compareUnsigned));
        return Keccak256.hash(node(0, pairs.size(), 0));
    }

    /// The RLP of the node over the pairs `from` to `to`, whose keys agree in their first `depth` nibbles.
    private byte[] node(int from, int to, int depth) {
        if (to - from == 1) {
            Pair pair = pairs.get(from);
            byte[] path = path(pair, depth, NIBBLES, true);
            return new RlpWriter().list(w -> w.bytes(path).bytes(pair.value)).toArray();
        }
        int common = depth;
        while (pairs.get(from).nibble(common) == pairs.get(to - 1).nibble(common)) {
            common++;
        }
        byte[] branch = branch(from, to, common);
        if (common == depth) {
            return branch;
        }
        byte[] path = path(pairs.get(from), depth, common, false);
        return new RlpWriter().list(w -> reference(w.bytes(path), branch)).toArray();
    }

    private byte[] branch(int from, int to, int depth) {
        return new RlpWriter()
                .list(w -> {
                    int next = from;
                    for (int nibble = 0; nibble < 16; nibble++) {
                        int start = next;
                        while (next < to && pairs.get(next).nibble(depth) == nibble) {
                            next++;
                        }
                        if (start == next) {
                            w.bytes(Bytes.EMPTY);
                        } else {
                            reference(w, node(start, next, depth + 1));
                        }
                    }
                    w.bytes(Bytes.EMPTY);
                })
                .toArray();
    }

    private static void reference(RlpWriter writer, byte[] node) {
        if (node.length < 32) {
            writer.raw(Bytes.of(node));
        } else {
            writer.bytes(Keccak256.digest(node));
        }
    }

    /// Hex-prefix encoding, Yellow Paper, appendix C.
    private static byte[] path(Pair pair, int from, int to, boolean leaf) {
        int count = to - from;
        byte[] path = new byte[count / 2 + 1];
        int flag = (leaf ? 2 : 0) + count % 2;
        path[0] = (byte) (flag << 4);
        int at = from;
        if (count % 2 == 1) {
            path[0] |= (byte) pair.nibble(at++);
        }
        for (int i = 1; i < path.length; i++) {
            path[i] = (byte) (pair.nibble(at) << 4 | pair.nibble(at + 1));
            at += 2;
        }
        return path;
    }
}
