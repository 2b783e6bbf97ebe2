package org.lifeboat.evm.word;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;

/// Moving words between their four limbs, bytes, numbers and booleans. See the package for the layout.
public final class Words {
    /// Limbs in a word, and so the stride of a stack.
    public static final int LIMBS = 4;

    private static final VarHandle BIG_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Words() {}

    /// Eight bytes from `offset`, big-endian.
    public static long readLong(byte[] bytes, int offset) {
        return (long) BIG_ENDIAN.get(bytes, offset);
    }

    /// Thirty-two bytes from `offset` into the word at `w`.
    public static void load(byte[] bytes, int offset, long[] s, int w) {
        s[w + 3] = (long) BIG_ENDIAN.get(bytes, offset);
        s[w + 2] = (long) BIG_ENDIAN.get(bytes, offset + 8);
        s[w + 1] = (long) BIG_ENDIAN.get(bytes, offset + 16);
        s[w] = (long) BIG_ENDIAN.get(bytes, offset + 24);
    }

    /// The word at `w` into thirty-two bytes from `offset`.
    public static void store(long[] s, int w, byte[] bytes, int offset) {
        BIG_ENDIAN.set(bytes, offset, s[w + 3]);
        BIG_ENDIAN.set(bytes, offset + 8, s[w + 2]);
        BIG_ENDIAN.set(bytes, offset + 16, s[w + 1]);
        BIG_ENDIAN.set(bytes, offset + 24, s[w]);
    }

    /// The low twenty bytes of the word at `w`: how the EVM keeps an address.
    public static void storeAddress(long[] s, int w, byte[] bytes, int offset) {
        int top = (int) s[w + 2];
        bytes[offset] = (byte) (top >>> 24);
        bytes[offset + 1] = (byte) (top >>> 16);
        bytes[offset + 2] = (byte) (top >>> 8);
        bytes[offset + 3] = (byte) top;
        BIG_ENDIAN.set(bytes, offset + 4, s[w + 1]);
        BIG_ENDIAN.set(bytes, offset + 12, s[w]);
    }

    /// The `count` (0 to 32) bytes from `offset` as a number.
    public static void loadShort(byte[] bytes, int offset, int count, long[] s, int w) {
        zero(s, w);
        for (int i = 0; i < count; i++) {
            int position = count - 1 - i;
            s[w + (position >> 3)] |= (bytes[offset + i] & 0xffL) << ((position & 7) << 3);
        }
    }

    public static void zero(long[] s, int w) {
        set(s, w, 0);
    }

    /// The unsigned 64-bit number `value`.
    public static void set(long[] s, int w, long value) {
        s[w] = value;
        s[w + 1] = 0;
        s[w + 2] = 0;
        s[w + 3] = 0;
    }

    public static void copy(long[] from, int a, long[] to, int b) {
        to[b] = from[a];
        to[b + 1] = from[a + 1];
        to[b + 2] = from[a + 2];
        to[b + 3] = from[a + 3];
    }

    public static boolean isZero(long[] s, int w) {
        return (s[w] | s[w + 1] | s[w + 2] | s[w + 3]) == 0;
    }

    public static boolean equal(long[] s, int a, long[] t, int b) {
        return ((s[a] ^ t[b]) | (s[a + 1] ^ t[b + 1]) | (s[a + 2] ^ t[b + 2]) | (s[a + 3] ^ t[b + 3])) == 0;
    }

    /// Whether the word at `a` is below the word at `b`, both unsigned.
    public static boolean less(long[] s, int a, long[] t, int b) {
        for (int i = 3; i > 0; i--) {
            if (s[a + i] != t[b + i]) {
                return Long.compareUnsigned(s[a + i], t[b + i]) < 0;
            }
        }
        return Long.compareUnsigned(s[a], t[b]) < 0;
    }

    /// Whether the word at `a` is below the word at `b`, both in two's complement.
    public static boolean lessSigned(long[] s, int a, long[] t, int b) {
        if (s[a + 3] != t[b + 3]) {
            return s[a + 3] < t[b + 3];
        }
        return less(s, a, t, b);
    }

    /// The word as a size or offset: its value, or `Long.MAX_VALUE` where it does not fit a positive `long`.
    public static long toSize(long[] s, int w) {
        boolean fits = (s[w + 1] | s[w + 2] | s[w + 3]) == 0 && s[w] >= 0;
        return fits ? s[w] : Long.MAX_VALUE;
    }

    public static byte[] toBytes(long[] s, int w) {
        byte[] bytes = new byte[32];
        store(s, w, bytes, 0);
        return bytes;
    }

    public static BigInteger toNumber(long[] s, int w) {
        return new BigInteger(1, toBytes(s, w));
    }

    /// @param number from 0 to 2^256-1
    public static void setNumber(long[] s, int w, BigInteger number) {
        if (number.signum() < 0 || number.bitLength() > 256) {
            throw new IllegalArgumentException("not a 256-bit word");
        }
        for (int i = 0; i < LIMBS; i++) {
            s[w + i] = number.shiftRight(64 * i).longValue();
        }
    }
}
