package org.lifeboat.primitives;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Keccak-256 as Ethereum uses it (the original padding 0x01, not NIST's SHA3-256).
/// Source: The Keccak reference 3.0, sections 1.2 and 2.1; Yellow Paper, `KEC`.
///
/// Written out lane by lane, because most of the work of checking a proof is done here.
public final class Keccak256 {
    public static final int SIZE = 32;

    /// Bytes taken in at a time: 1600 bits less twice the digest.
    private static final int RATE = 136;

    private static final int LANES = 25;
    private static final int RATE_LANES = RATE / Long.BYTES;

    private static final VarHandle LITTLE_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /// The Keccak reference, section 1.2, iota.
    private static final long[] ROUND_CONSTANTS = {
        0x0000000000000001L,
        0x0000000000008082L,
        0x800000000000808aL,
        0x8000000080008000L,
        0x000000000000808bL,
        0x0000000080000001L,
        0x8000000080008081L,
        0x8000000000008009L,
        0x000000000000008aL,
        0x0000000000000088L,
        0x0000000080008009L,
        0x000000008000000aL,
        0x000000008000808bL,
        0x800000000000008bL,
        0x8000000000008089L,
        0x8000000000008003L,
        0x8000000000008002L,
        0x8000000000000080L,
        0x000000000000800aL,
        0x800000008000000aL,
        0x8000000080008081L,
        0x8000000000008080L,
        0x0000000080000001L,
        0x8000000080008008L
    };

    private Keccak256() {}

    /// @return the 32-byte digest
    public static byte[] digest(byte[] input) {
        return digest(input, 0, input.length);
    }

    /// @return the 32-byte digest of `length` bytes from `offset`
    public static byte[] digest(byte[] input, int offset, int length) {
        byte[] out = new byte[SIZE];
        digestInto(input, offset, length, out);
        return out;
    }

    /// Writes the digest of `length` bytes from `offset` to the first 32 bytes of `out`.
    public static void digestInto(byte[] input, int offset, int length, byte[] out) {
        long[] state = new long[LANES];
        int position = offset;
        int left = length;
        for (; left >= RATE; left -= RATE, position += RATE) {
            for (int lane = 0; lane < RATE_LANES; lane++) {
                state[lane] ^= (long) LITTLE_ENDIAN.get(input, position + lane * Long.BYTES);
            }
            permute(state);
        }
        absorbRest(state, input, position, left);
        permute(state);
        for (int lane = 0; lane < SIZE / Long.BYTES; lane++) {
            LITTLE_ENDIAN.set(out, lane * Long.BYTES, state[lane]);
        }
    }

    public static Hash32 hash(byte[] input) {
        return Hash32.of(digest(input));
    }

    public static Hash32 hash(Bytes input) {
        return hash(input.sharedArray());
    }

    /// The last block: fewer than [#RATE] bytes and the padding.
    private static void absorbRest(long[] state, byte[] input, int position, int length) {
        int lanes = length / Long.BYTES;
        for (int lane = 0; lane < lanes; lane++) {
            state[lane] ^= (long) LITTLE_ENDIAN.get(input, position + lane * Long.BYTES);
        }
        long last = 1L << (Byte.SIZE * (length % Long.BYTES));
        for (int i = length - 1; i >= lanes * Long.BYTES; i--) {
            last |= (input[position + i] & 0xffL) << (Byte.SIZE * (i % Long.BYTES));
        }
        state[lanes] ^= last;
        state[RATE_LANES - 1] ^= Long.MIN_VALUE;
    }

    private static void permute(long[] state) {
        for (long constant : ROUND_CONSTANTS) {
            round(state, constant);
        }
    }

    /// Theta, rho and pi into `b`, then chi and iota back into `s`. Lane (x, y) is `s[x + 5 * y]`.
    private static void round(long[] s, long constant) {
        long c0 = s[0] ^ s[5] ^ s[10] ^ s[15] ^ s[20];
        long c1 = s[1] ^ s[6] ^ s[11] ^ s[16] ^ s[21];
        long c2 = s[2] ^ s[7] ^ s[12] ^ s[17] ^ s[22];
        long c3 = s[3] ^ s[8] ^ s[13] ^ s[18] ^ s[23];
        long c4 = s[4] ^ s[9] ^ s[14] ^ s[19] ^ s[24];
        long d0 = c4 ^ Long.rotateLeft(c1, 1);
        long d1 = c0 ^ Long.rotateLeft(c2, 1);
        long d2 = c1 ^ Long.rotateLeft(c3, 1);
        long d3 = c2 ^ Long.rotateLeft(c4, 1);
        long d4 = c3 ^ Long.rotateLeft(c0, 1);
        long b0 = s[0] ^ d0;
        long b1 = Long.rotateLeft(s[6] ^ d1, 44);
        long b2 = Long.rotateLeft(s[12] ^ d2, 43);
        long b3 = Long.rotateLeft(s[18] ^ d3, 21);
        long b4 = Long.rotateLeft(s[24] ^ d4, 14);
        long b5 = Long.rotateLeft(s[3] ^ d3, 28);
        long b6 = Long.rotateLeft(s[9] ^ d4, 20);
        long b7 = Long.rotateLeft(s[10] ^ d0, 3);
        long b8 = Long.rotateLeft(s[16] ^ d1, 45);
        long b9 = Long.rotateLeft(s[22] ^ d2, 61);
        long b10 = Long.rotateLeft(s[1] ^ d1, 1);
        long b11 = Long.rotateLeft(s[7] ^ d2, 6);
        long b12 = Long.rotateLeft(s[13] ^ d3, 25);
        long b13 = Long.rotateLeft(s[19] ^ d4, 8);
        long b14 = Long.rotateLeft(s[20] ^ d0, 18);
        long b15 = Long.rotateLeft(s[4] ^ d4, 27);
        long b16 = Long.rotateLeft(s[5] ^ d0, 36);
        long b17 = Long.rotateLeft(s[11] ^ d1, 10);
        long b18 = Long.rotateLeft(s[17] ^ d2, 15);
        long b19 = Long.rotateLeft(s[23] ^ d3, 56);
        long b20 = Long.rotateLeft(s[2] ^ d2, 62);
        long b21 = Long.rotateLeft(s[8] ^ d3, 55);
        long b22 = Long.rotateLeft(s[14] ^ d4, 39);
        long b23 = Long.rotateLeft(s[15] ^ d0, 41);
        long b24 = Long.rotateLeft(s[21] ^ d1, 2);
        chi(s, 0, b0, b1, b2, b3, b4);
        chi(s, 5, b5, b6, b7, b8, b9);
        chi(s, 10, b10, b11, b12, b13, b14);
        chi(s, 15, b15, b16, b17, b18, b19);
        chi(s, 20, b20, b21, b22, b23, b24);
        s[0] ^= constant;
    }

    private static void chi(long[] s, int row, long b0, long b1, long b2, long b3, long b4) {
        s[row] = b0 ^ (~b1 & b2);
        s[row + 1] = b1 ^ (~b2 & b3);
        s[row + 2] = b2 ^ (~b3 & b4);
        s[row + 3] = b3 ^ (~b4 & b0);
        s[row + 4] = b4 ^ (~b0 & b1);
    }
}
