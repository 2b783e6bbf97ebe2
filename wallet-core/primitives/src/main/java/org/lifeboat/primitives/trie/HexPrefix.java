package org.lifeboat.primitives.trie;

/// How a run of nibbles is packed into bytes (Yellow Paper, appendix C): two flags, then the nibbles, padded to
/// bytes.
public final class HexPrefix {
    private static final int LEAF = 2;
    private static final int ODD = 1;

    private HexPrefix() {}

    /// @param nibbles one a byte, 0 to 15
    /// @param leaf whether a value follows (the flag `t` of the Yellow Paper)
    public static byte[] encode(byte[] nibbles, boolean leaf) {
        return encode(nibbles, 0, nibbles.length, leaf);
    }

    static byte[] encode(byte[] nibbles, int from, int to, boolean leaf) {
        int length = to - from;
        byte[] path = new byte[length / 2 + 1];
        path[0] = (byte) (((leaf ? LEAF : 0) + (length % 2 == 1 ? ODD : 0)) << 4);
        for (int i = 0; i < length; i++) {
            int at = 2 * path.length - length + i;
            path[at / 2] |= (byte) (nibbles[from + i] << (at % 2 == 0 ? 4 : 0));
        }
        return path;
    }
}
