package org.lifeboat.crypto.blake2;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// BLAKE2b's compression function F on the byte encoding of EIP-152.
public final class Blake2F {
    /// rounds (4), h (64), m (128), t (16), f (1). Source: EIP-152, "Specification".
    public static final int INPUT_SIZE = 213;

    private static final int OUTPUT_SIZE = 64;
    private static final VarHandle LITTLE_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_ENDIAN_INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    /// Source: RFC 7693, section 2.6 (those of SHA-512, FIPS 180-4).
    private static final long[] IV = {
        0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L,
        0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L
    };

    /// Source: RFC 7693, section 2.7.
    private static final byte[][] SIGMA = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
        {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
        {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
        {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
        {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
        {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
        {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
        {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
        {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
        {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}
    };

    private Blake2F() {}

    /// The number of rounds in the first four bytes; unsigned.
    public static long rounds(byte[] input) {
        return Integer.toUnsignedLong((int) BIG_ENDIAN_INT.get(input, 0));
    }

    /// @param input 213 bytes, the last 0 or 1
    /// @return the new h
    public static byte[] compress(byte[] input) {
        long[] v = new long[16];
        long[] m = new long[16];
        for (int i = 0; i < 8; i++) {
            v[i] = (long) LITTLE_ENDIAN.get(input, 4 + 8 * i);
            v[i + 8] = IV[i];
        }
        for (int i = 0; i < 16; i++) {
            m[i] = (long) LITTLE_ENDIAN.get(input, 68 + 8 * i);
        }
        v[12] ^= (long) LITTLE_ENDIAN.get(input, 196);
        v[13] ^= (long) LITTLE_ENDIAN.get(input, 204);
        if (input[INPUT_SIZE - 1] == 1) {
            v[14] = ~v[14];
        }
        long rounds = rounds(input);
        int row = 0;
        for (long i = 0; i < rounds; i++) {
            round(v, m, SIGMA[row]);
            row = row == 9 ? 0 : row + 1;
        }
        byte[] output = new byte[OUTPUT_SIZE];
        for (int i = 0; i < 8; i++) {
            long h = (long) LITTLE_ENDIAN.get(input, 4 + 8 * i);
            LITTLE_ENDIAN.set(output, 8 * i, h ^ v[i] ^ v[i + 8]);
        }
        return output;
    }

    private static void round(long[] v, long[] m, byte[] s) {
        mix(v, 0, 4, 8, 12, m[s[0]], m[s[1]]);
        mix(v, 1, 5, 9, 13, m[s[2]], m[s[3]]);
        mix(v, 2, 6, 10, 14, m[s[4]], m[s[5]]);
        mix(v, 3, 7, 11, 15, m[s[6]], m[s[7]]);
        mix(v, 0, 5, 10, 15, m[s[8]], m[s[9]]);
        mix(v, 1, 6, 11, 12, m[s[10]], m[s[11]]);
        mix(v, 2, 7, 8, 13, m[s[12]], m[s[13]]);
        mix(v, 3, 4, 9, 14, m[s[14]], m[s[15]]);
    }

    private static void mix(long[] v, int a, int b, int c, int d, long x, long y) {
        v[a] += v[b] + x;
        v[d] = Long.rotateRight(v[d] ^ v[a], 32);
        v[c] += v[d];
        v[b] = Long.rotateRight(v[b] ^ v[c], 24);
        v[a] += v[b] + y;
        v[d] = Long.rotateRight(v[d] ^ v[a], 16);
        v[c] += v[d];
        v[b] = Long.rotateRight(v[b] ^ v[c], 63);
    }
}
