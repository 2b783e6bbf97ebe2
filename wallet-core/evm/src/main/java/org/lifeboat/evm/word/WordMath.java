package org.lifeboat.evm.word;

/// Addition, multiplication, shifts and their kin. `r` is where the result goes; it may be either operand.
public final class WordMath {
    private WordMath() {}

    public static void add(long[] s, int a, int b, int r) {
        long x0 = s[a];
        long r0 = x0 + s[b];
        long carry = Long.compareUnsigned(r0, x0) < 0 ? 1 : 0;
        long x1 = s[a + 1];
        long y1 = s[b + 1];
        long t1 = x1 + y1;
        long r1 = t1 + carry;
        carry = ((x1 & y1) | ((x1 | y1) & ~r1)) >>> 63;
        long x2 = s[a + 2];
        long y2 = s[b + 2];
        long r2 = x2 + y2 + carry;
        carry = ((x2 & y2) | ((x2 | y2) & ~r2)) >>> 63;
        s[r + 3] = s[a + 3] + s[b + 3] + carry;
        s[r + 2] = r2;
        s[r + 1] = r1;
        s[r] = r0;
    }

    /// `a - b`.
    public static void subtract(long[] s, int a, int b, int r) {
        long x0 = s[a];
        long y0 = s[b];
        long r0 = x0 - y0;
        long borrow = ((~x0 & y0) | ((~x0 | y0) & r0)) >>> 63;
        long x1 = s[a + 1];
        long y1 = s[b + 1];
        long r1 = x1 - y1 - borrow;
        borrow = ((~x1 & y1) | ((~x1 | y1) & r1)) >>> 63;
        long x2 = s[a + 2];
        long y2 = s[b + 2];
        long r2 = x2 - y2 - borrow;
        borrow = ((~x2 & y2) | ((~x2 | y2) & r2)) >>> 63;
        s[r + 3] = s[a + 3] - s[b + 3] - borrow;
        s[r + 2] = r2;
        s[r + 1] = r1;
        s[r] = r0;
    }

    public static void negate(long[] s, int a, int r) {
        long r0 = -s[a];
        long borrow = r0 == 0 ? 0 : 1;
        long x1 = s[a + 1];
        long r1 = -x1 - borrow;
        borrow = (x1 | borrow) == 0 ? 0 : 1;
        long x2 = s[a + 2];
        long r2 = -x2 - borrow;
        borrow = (x2 | borrow) == 0 ? 0 : 1;
        s[r + 3] = -s[a + 3] - borrow;
        s[r + 2] = r2;
        s[r + 1] = r1;
        s[r] = r0;
    }

    public static void multiply(long[] s, int a, int b, int r) {
        long x0 = s[a];
        long y0 = s[b];
        long high = s[a + 1] | s[a + 2] | s[a + 3] | s[b + 1] | s[b + 2] | s[b + 3];
        if (high == 0) {
            s[r] = x0 * y0;
            s[r + 1] = Math.unsignedMultiplyHigh(x0, y0);
            s[r + 2] = 0;
            s[r + 3] = 0;
        } else {
            multiplyWide(s, a, b, r);
        }
    }

    private static void multiplyWide(long[] s, int a, int b, int r) {
        long x0 = s[a];
        long x1 = s[a + 1];
        long x2 = s[a + 2];
        long y0 = s[b];
        long y1 = s[b + 1];
        long y2 = s[b + 2];
        long r3 = x0 * s[b + 3] + x1 * y2 + x2 * y1 + s[a + 3] * y0;

        long r1 = Math.unsignedMultiplyHigh(x0, y0);
        long low = x0 * y1;
        r1 += low;
        long r2 = Math.unsignedMultiplyHigh(x0, y1) + carryOf(r1, low);
        low = x1 * y0;
        r1 += low;
        long high = Math.unsignedMultiplyHigh(x1, y0) + carryOf(r1, low);
        r2 += high;
        r3 += carryOf(r2, high);

        low = x0 * y2;
        r2 += low;
        r3 += Math.unsignedMultiplyHigh(x0, y2) + carryOf(r2, low);
        low = x1 * y1;
        r2 += low;
        r3 += Math.unsignedMultiplyHigh(x1, y1) + carryOf(r2, low);
        low = x2 * y0;
        r2 += low;
        r3 += Math.unsignedMultiplyHigh(x2, y0) + carryOf(r2, low);

        s[r] = x0 * y0;
        s[r + 1] = r1;
        s[r + 2] = r2;
        s[r + 3] = r3;
    }

    /// What the addition that gave `sum` carries, `addend` being one of its two numbers.
    static long carryOf(long sum, long addend) {
        return Long.compareUnsigned(sum, addend) < 0 ? 1 : 0;
    }

    /// `base` to the power of `exponent`, modulo 2^256. `t` has room for two words from `scratch`.
    public static void power(long[] s, int base, int exponent, int r, long[] t, int scratch) {
        int square = scratch;
        int result = scratch + Words.LIMBS;
        Words.copy(s, base, t, square);
        Words.set(t, result, 1);
        int bits = bitLength(s, exponent);
        for (int i = 0; i < bits; i++) {
            if ((s[exponent + (i >> 6)] >>> (i & 63) & 1) != 0) {
                multiply(t, result, square, result);
            }
            multiply(t, square, square, square);
        }
        Words.copy(t, result, s, r);
    }

    /// How many bits the word needs; 0 for zero.
    public static int bitLength(long[] s, int w) {
        for (int i = 3; i >= 0; i--) {
            if (s[w + i] != 0) {
                return 64 * i + 64 - Long.numberOfLeadingZeros(s[w + i]);
            }
        }
        return 0;
    }

    /// SHL: the value at `v` moved up by the number at `n`. The result replaces the value.
    public static void shiftLeft(long[] s, int n, int v) {
        int bits = shiftOf(s, n);
        int limbs = bits >> 6;
        int rest = bits & 63;
        for (int i = 3; i >= 0; i--) {
            long high = i - limbs >= 0 ? s[v + i - limbs] : 0;
            long low = i - limbs - 1 >= 0 ? s[v + i - limbs - 1] : 0;
            s[v + i] = rest == 0 ? high : high << rest | low >>> (64 - rest);
        }
    }

    /// SHR: the value at `v` moved down by the number at `n`, zeros coming in.
    public static void shiftRight(long[] s, int n, int v) {
        shiftDown(s, shiftOf(s, n), v, 0);
    }

    /// SAR: as [#shiftRight], with copies of the sign coming in.
    public static void shiftRightSigned(long[] s, int n, int v) {
        shiftDown(s, shiftOf(s, n), v, s[v + 3] >> 63);
    }

    private static void shiftDown(long[] s, int bits, int v, long fill) {
        int limbs = bits >> 6;
        int rest = bits & 63;
        for (int i = 0; i < 4; i++) {
            long low = i + limbs <= 3 ? s[v + i + limbs] : fill;
            long high = i + limbs + 1 <= 3 ? s[v + i + limbs + 1] : fill;
            s[v + i] = rest == 0 ? low : low >>> rest | high << (64 - rest);
        }
    }

    /// The number at `n`, or 256 if it is more.
    private static int shiftOf(long[] s, int n) {
        boolean small = (s[n + 1] | s[n + 2] | s[n + 3]) == 0 && s[n] >= 0 && s[n] < 256;
        return small ? (int) s[n] : 256;
    }

    /// BYTE: the `n`th byte of the value at `v`, 0 being the highest. The result replaces the value.
    public static void byteAt(long[] s, int n, int v) {
        boolean inside = (s[n + 1] | s[n + 2] | s[n + 3]) == 0 && s[n] >= 0 && s[n] < 32;
        long value = 0;
        if (inside) {
            int fromLow = 31 - (int) s[n];
            value = s[v + (fromLow >> 3)] >>> ((fromLow & 7) << 3) & 0xff;
        }
        Words.set(s, v, value);
    }

    /// SIGNEXTEND: spreads the sign of the value's lowest `n + 1` bytes. The result replaces the value.
    public static void signExtend(long[] s, int n, int v) {
        boolean inside = (s[n + 1] | s[n + 2] | s[n + 3]) == 0 && s[n] >= 0 && s[n] < 31;
        if (!inside) {
            return;
        }
        int bit = (int) s[n] * 8 + 7;
        int limb = bit >> 6;
        int rest = 63 - (bit & 63);
        s[v + limb] = s[v + limb] << rest >> rest;
        long fill = s[v + limb] >> 63;
        for (int i = limb + 1; i < 4; i++) {
            s[v + i] = fill;
        }
    }
}
