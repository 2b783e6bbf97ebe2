package org.lifeboat.primitives;

/// Keccak-256 as Ethereum uses it (the original padding 0x01, not NIST's SHA3-256).
public final class Keccak256 {
    private Keccak256() {}

    /// @return the 32-byte digest
    public static byte[] digest(byte[] input) {
        return digest(input, 0, input.length);
    }

    /// @return the 32-byte digest of `length` bytes from `offset`
    public static byte[] digest(byte[] input, int offset, int length) {
        long[] state = new long[25];
        int position = offset;
        int left = length;
        byte[] block = new byte[136];
        for (; left >= 136; left -= 136, position += 136) {
            System.arraycopy(input, position, block, 0, 136);
            absorb(state, block);
        }
        block = new byte[136];
        System.arraycopy(input, position, block, 0, left);
        block[left] = 1;
        block[135] |= (byte) 0x80;
        absorb(state, block);
        byte[] out = new byte[32];
        for (int i = 0; i < 32; i++) {
            out[i] = (byte) (state[i / 8] >>> (8 * (i % 8)));
        }
        return out;
    }

    public static Hash32 hash(byte[] input) {
        return Hash32.of(digest(input));
    }

    public static Hash32 hash(Bytes input) {
        return hash(input.toArray());
    }

    private static void absorb(long[] a, byte[] block) {
        for (int i = 0; i < 136; i++) {
            a[i / 8] ^= (block[i] & 0xffL) << (8 * (i % 8));
        }
        for (int round = 0; round < 24; round++) {
            long[] c = new long[5];
            for (int x = 0; x < 25; x++) {
                c[x % 5] ^= a[x];
            }
            for (int x = 0; x < 25; x++) {
                a[x] ^= c[(x + 4) % 5] ^ Long.rotateLeft(c[(x + 1) % 5], 1);
            }
            int x = 1;
            int y = 0;
            long lane = a[1];
            for (int t = 1; t <= 24; t++) {
                int next = (2 * x + 3 * y) % 5;
                x = y;
                y = next;
                long old = a[x + 5 * y];
                a[x + 5 * y] = Long.rotateLeft(lane, t * (t + 1) / 2);
                lane = old;
            }
            for (int row = 0; row < 25; row += 5) {
                long a0 = a[row];
                long a1 = a[row + 1];
                for (int i = 0; i < 5; i++) {
                    long n1 = i < 4 ? a[row + i + 1] : a0;
                    long n2 = i < 3 ? a[row + i + 2] : i == 3 ? a0 : a1;
                    c[i] = a[row + i] ^ (~n1 & n2);
                }
                System.arraycopy(c, 0, a, row, 5);
            }
            a[0] ^= roundConstant(round);
        }
    }

    private static long roundConstant(int round) {
        long value = 0;
        for (int j = 0; j <= 6; j++) {
            if (lfsr(7 * round + j)) {
                value |= 1L << ((1 << j) - 1);
            }
        }
        return value;
    }

    private static boolean lfsr(int steps) {
        int r = 1;
        for (int i = 0; i < steps % 255; i++) {
            r <<= 1;
            if ((r & 0x100) != 0) {
                r ^= 0x171;
            }
        }
        return (r & 1) != 0;
    }
}
