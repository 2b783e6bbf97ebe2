package org.lifeboat.verifier.trie;

import java.util.Arrays;

/// Half bytes, one a byte, as a trie's paths are made of.
final class Nibbles {
    private Nibbles() {}

    static byte[] of(byte[] bytes) {
        byte[] nibbles = new byte[2 * bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            nibbles[2 * i] = (byte) ((bytes[i] >> 4) & 0xf);
            nibbles[2 * i + 1] = (byte) (bytes[i] & 0xf);
        }
        return nibbles;
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    static byte[] from(byte[] nibbles, int start) {
        return Arrays.copyOfRange(nibbles, start, nibbles.length);
    }

    /// How many nibbles `path` and `key` from `at` share.
    static int shared(byte[] path, byte[] key, int at) {
        int mismatch = Arrays.mismatch(path, 0, path.length, key, at, key.length);
        return mismatch < 0 ? path.length : mismatch;
    }

    /// Whether `key` goes on with `path` from `at`.
    static boolean follows(byte[] path, byte[] key, int at) {
        return key.length - at >= path.length && shared(path, key, at) == path.length;
    }
}
