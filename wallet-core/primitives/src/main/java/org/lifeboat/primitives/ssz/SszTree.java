package org.lifeboat.primitives.ssz;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// Hash tree roots (`hash_tree_root`, `merkleize`) and Merkle branches. One instance serves one thread.
public final class SszTree {
    private final MessageDigest sha256;

    public SszTree() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Root of a container or vector whose field roots are given; padded with zero chunks to a power of two.
    public Hash32 container(List<Hash32> fieldRoots) {
        byte[] chunks = new byte[fieldRoots.size() * 32];
        for (int i = 0; i < fieldRoots.size(); i++) {
            System.arraycopy(fieldRoots.get(i).toArray(), 0, chunks, 32 * i, 32);
        }
        return Hash32.of(merkleize(chunks, fieldRoots.size()));
    }

    /// Root of a fixed number of bytes (`ByteVector`).
    public Hash32 byteVector(Bytes bytes) {
        int chunks = (bytes.size() + 31) / 32;
        return Hash32.of(merkleize(Arrays.copyOf(bytes.toArray(), chunks * 32), chunks));
    }

    /// Root of a `ByteList[limit]`: its chunks under a tree as wide as the limit, with the length mixed in.
    public Hash32 byteList(Bytes bytes, int limit) {
        int chunks = (bytes.size() + 31) / 32;
        byte[] root = merkleize(Arrays.copyOf(bytes.toArray(), chunks * 32), (limit + 31) / 32);
        return hash(Hash32.of(root), uint64(bytes.size()));
    }

    /// A number below 2^64 as a chunk: little-endian, padded.
    public static Hash32 uint64(long value) {
        byte[] chunk = new byte[32];
        for (int i = 0; i < 8; i++) {
            chunk[i] = (byte) (value >>> (8 * i));
        }
        return Hash32.of(chunk);
    }

    /// A number below 2^256 as a chunk: little-endian.
    public static Hash32 uint256(BigInteger value) {
        byte[] word = Hash32.ofNumber(value).toArray();
        byte[] chunk = new byte[32];
        for (int i = 0; i < 32; i++) {
            chunk[i] = word[31 - i];
        }
        return Hash32.of(chunk);
    }

    public Hash32 hash(Hash32 left, Hash32 right) {
        sha256.update(left.toArray());
        return Hash32.of(sha256.digest(right.toArray()));
    }

    /// Whether `branch` leads from `leaf` at generalized index `gindex` to `root`
    /// (`is_valid_normalized_merkle_branch`: a branch longer than the index is deep must begin with zero chunks).
    public boolean proves(Hash32 leaf, List<Hash32> branch, long gindex, Hash32 root) {
        int depth = 63 - Long.numberOfLeadingZeros(gindex);
        int extra = branch.size() - depth;
        if (extra < 0 || !branch.subList(0, extra).stream().allMatch(Hash32.ZERO::equals)) {
            return false;
        }
        Hash32 node = leaf;
        long index = gindex;
        for (Hash32 sibling : branch.subList(extra, branch.size())) {
            node = (index & 1) == 1 ? hash(sibling, node) : hash(node, sibling);
            index >>= 1;
        }
        return node.equals(root);
    }

    /// @param width how many chunks the type may have; rounded up to a power of two
    private byte[] merkleize(byte[] chunks, int width) {
        byte[] level = chunks;
        byte[] zero = new byte[32];
        for (int leaves = 1; leaves < width; leaves *= 2) {
            int count = level.length / 32;
            byte[] next = new byte[(count + 1) / 2 * 32];
            for (int i = 0; i < count; i += 2) {
                sha256.update(level, 32 * i, 32);
                if (i + 1 < count) {
                    sha256.update(level, 32 * i + 32, 32);
                } else {
                    sha256.update(zero);
                }
                System.arraycopy(sha256.digest(), 0, next, 16 * i, 32);
            }
            zero = twice(zero);
            level = next;
        }
        return level.length == 0 ? zero : level;
    }

    private byte[] twice(byte[] node) {
        sha256.update(node);
        return sha256.digest(node);
    }
}
