package org.lifeboat.evm.word;

/// Division and remainder of words. Division by zero gives zero, as the EVM has it.
///
/// Long division with 64-bit digits (Knuth, "The Art of Computer Programming", vol. 2, 4.3.1, algorithm D); a
/// two-by-one digit division multiplies by the divisor's reciprocal (Möller and Granlund, "Improved division
/// by invariant integers", algorithm 4). One object belongs to one interpreter: it is the scratch space.
public final class WordDivision {
    /// Dividend of up to eight limbs and one for the shift; below the top it becomes the remainder.
    private final long[] u = new long[9];
    private final long[] quotient = new long[8];
    private final long[] v = new long[4];
    private final long[] product = new long[8];
    private final long[] words = new long[12];

    /// `a / b`, unsigned.
    public void divide(long[] s, int a, int b, int r) {
        if (bothSmall(s, a, b)) {
            Words.set(s, r, s[b] == 0 ? 0 : Long.divideUnsigned(s[a], s[b]));
        } else if (Words.isZero(s, b)) {
            Words.zero(s, r);
        } else {
            run(s, a, 4, s, b);
            Words.copy(quotient, 0, s, r);
        }
    }

    /// `a mod b`, unsigned.
    public void remainder(long[] s, int a, int b, int r) {
        if (bothSmall(s, a, b)) {
            Words.set(s, r, s[b] == 0 ? 0 : Long.remainderUnsigned(s[a], s[b]));
        } else if (Words.isZero(s, b)) {
            Words.zero(s, r);
        } else {
            run(s, a, 4, s, b);
            Words.copy(u, 0, s, r);
        }
    }

    /// `a / b`, two's complement, rounded towards zero.
    public void divideSigned(long[] s, int a, int b, int r) {
        boolean negative = (s[a + 3] ^ s[b + 3]) < 0;
        absolute(s, a, 0);
        absolute(s, b, 4);
        divide(words, 0, 4, 0);
        giveSigned(negative, s, r);
    }

    /// `a mod b`, two's complement; the result has the sign of `a`.
    public void remainderSigned(long[] s, int a, int b, int r) {
        boolean negative = s[a + 3] < 0;
        absolute(s, a, 0);
        absolute(s, b, 4);
        remainder(words, 0, 4, 0);
        giveSigned(negative, s, r);
    }

    /// `(a + b) mod n`, the sum not cut to 256 bits.
    public void addModulo(long[] s, int a, int b, int n, int r) {
        if (Words.isZero(s, n)) {
            Words.zero(s, r);
            return;
        }
        long carry = 0;
        for (int i = 0; i < 4; i++) {
            long sum = s[a + i] + s[b + i];
            long carried = WordMath.carryOf(sum, s[a + i]);
            product[i] = sum + carry;
            carry = carried + WordMath.carryOf(product[i], carry);
        }
        product[4] = carry;
        run(product, 0, 5, s, n);
        Words.copy(u, 0, s, r);
    }

    /// `(a * b) mod n`, the product not cut to 256 bits.
    public void multiplyModulo(long[] s, int a, int b, int n, int r) {
        if (Words.isZero(s, n)) {
            Words.zero(s, r);
            return;
        }
        multiplyFull(s, a, b);
        run(product, 0, 8, s, n);
        Words.copy(u, 0, s, r);
    }

    private static boolean bothSmall(long[] s, int a, int b) {
        return (s[a + 1] | s[a + 2] | s[a + 3] | s[b + 1] | s[b + 2] | s[b + 3]) == 0;
    }

    private void absolute(long[] s, int a, int to) {
        Words.copy(s, a, words, to);
        if (s[a + 3] < 0) {
            WordMath.negate(words, to, to);
        }
    }

    private void giveSigned(boolean negative, long[] s, int r) {
        if (negative) {
            WordMath.negate(words, 0, 0);
        }
        Words.copy(words, 0, s, r);
    }

    private void multiplyFull(long[] s, int a, int b) {
        for (int i = 0; i < 4; i++) {
            product[i] = 0;
        }
        for (int i = 0; i < 4; i++) {
            long carry = 0;
            long x = s[a + i];
            for (int j = 0; j < 4; j++) {
                long low = x * s[b + j];
                long high = Math.unsignedMultiplyHigh(x, s[b + j]);
                low += carry;
                high += WordMath.carryOf(low, carry);
                long sum = product[i + j] + low;
                carry = high + WordMath.carryOf(sum, low);
                product[i + j] = sum;
            }
            product[i + 4] = carry;
        }
    }

    /// Leaves the low four limbs of the quotient in `quotient` and the remainder in `u[0..3]`. The divisor is
    /// not zero.
    private void run(long[] dividend, int a, int limbs, long[] divisor, int b) {
        int m = limbs;
        while (m > 0 && dividend[a + m - 1] == 0) {
            m--;
        }
        int n = 4;
        while (divisor[b + n - 1] == 0) {
            n--;
        }
        int shift = Long.numberOfLeadingZeros(divisor[b + n - 1]);
        for (int i = n - 1; i >= 0; i--) {
            v[i] = join(divisor[b + i], i > 0 ? divisor[b + i - 1] : 0, shift);
        }
        u[m] = m > 0 ? join(0, dividend[a + m - 1], shift) : 0;
        for (int i = m - 1; i >= 0; i--) {
            u[i] = join(dividend[a + i], i > 0 ? dividend[a + i - 1] : 0, shift);
        }
        for (int i = 0; i < 4; i++) {
            quotient[i] = 0;
        }
        divideNormalised(m, n);
        for (int i = 0; i < 4; i++) {
            u[i] = i < n && i <= m ? unjoin(u[i], i + 1 < n && i + 1 <= m ? u[i + 1] : 0, shift) : 0;
        }
    }

    private static long join(long high, long low, int shift) {
        return shift == 0 ? high : high << shift | low >>> (64 - shift);
    }

    private static long unjoin(long low, long high, int shift) {
        return shift == 0 ? low : low >>> shift | high << (64 - shift);
    }

    /// Algorithm D's steps D2 to D7 on `u[0..m]` and `v[0..n-1]`, whose top bit is set.
    private void divideNormalised(int m, int n) {
        long top = v[n - 1];
        long reciprocal = reciprocal(top);
        for (int j = m - n; j >= 0; j--) {
            long digit = n == 1 ? digitByOne(j, top, reciprocal) : digitByMany(j, n, top, reciprocal);
            if (j < 4) {
                quotient[j] = digit;
            }
        }
    }

    private long digitByOne(int j, long d, long reciprocal) {
        long digit = digit(u[j + 1], u[j], d, reciprocal);
        u[j] = u[j] - digit * d;
        u[j + 1] = 0;
        return digit;
    }

    private long digitByMany(int j, int n, long top, long reciprocal) {
        long digit = estimate(j, n, top, reciprocal);
        long borrow = 0;
        long carry = 0;
        for (int i = 0; i < n; i++) {
            long low = digit * v[i];
            long high = Math.unsignedMultiplyHigh(digit, v[i]);
            low += carry;
            carry = high + WordMath.carryOf(low, carry);
            long x = u[i + j];
            long difference = x - low;
            long result = difference - borrow;
            // Of the two only one can borrow.
            borrow = WordMath.carryOf(x, low) + WordMath.carryOf(difference, borrow);
            u[i + j] = result;
        }
        long x = u[j + n];
        long difference = x - carry;
        u[j + n] = difference - borrow;
        boolean tooMuch = Long.compareUnsigned(x, carry) < 0 || Long.compareUnsigned(difference, borrow) < 0;
        if (tooMuch) {
            digit--;
            addBack(j, n);
        }
        return digit;
    }

    /// Step D3: the digit, or one more than it.
    private long estimate(int j, int n, long top, long reciprocal) {
        long high = u[j + n];
        long middle = u[j + n - 1];
        if (high == top) {
            // The quotient digit is at most 2^64-1, and the remainder test below would overflow: try that digit.
            long rest = middle + top;
            return Long.compareUnsigned(rest, top) < 0 ? -1L : correct(-1L, rest, j, n, top);
        }
        long digit = digit(high, middle, top, reciprocal);
        return correct(digit, middle - digit * top, j, n, top);
    }

    private long correct(long guess, long remainder, int j, int n, long top) {
        long digit = guess;
        long rest = remainder;
        long next = v[n - 2];
        long low = u[j + n - 2];
        for (int i = 0; i < 2; i++) {
            long high = Math.unsignedMultiplyHigh(digit, next);
            int order = Long.compareUnsigned(high, rest);
            boolean tooBig = order > 0 || (order == 0 && Long.compareUnsigned(digit * next, low) > 0);
            if (!tooBig) {
                return digit;
            }
            digit--;
            rest += top;
            if (Long.compareUnsigned(rest, top) < 0) {
                return digit;
            }
        }
        return digit;
    }

    private void addBack(int j, int n) {
        long carry = 0;
        for (int i = 0; i < n; i++) {
            long sum = u[i + j] + v[i];
            long carried = WordMath.carryOf(sum, v[i]);
            u[i + j] = sum + carry;
            carry = carried + WordMath.carryOf(u[i + j], carry);
        }
        u[j + n] += carry;
    }

    /// `floor((2^128 - 1) / d) - 2^64` for a divisor with its top bit set.
    private static long reciprocal(long d) {
        return divideBits(~d, -1L, d);
    }

    /// `(high * 2^64 + low) / d` in two steps of 32 bits; `high < d`, top bit of `d` set. Hacker's Delight,
    /// `divlu`.
    private static long divideBits(long high, long low, long d) {
        long d1 = d >>> 32;
        long d0 = d & 0xffffffffL;
        long q1 = halfDigit(high, low >>> 32, d1, d0);
        long rest = (high << 32 | low >>> 32) - q1 * d;
        long q0 = halfDigit(rest, low & 0xffffffffL, d1, d0);
        return (q1 << 32) + q0;
    }

    private static long halfDigit(long high, long next, long d1, long d0) {
        long q = Long.divideUnsigned(high, d1);
        long rest = high - q * d1;
        while (q >>> 32 != 0 || Long.compareUnsigned(q * d0, rest << 32 | next) > 0) {
            q--;
            rest += d1;
            if (rest >>> 32 != 0) {
                break;
            }
        }
        return q;
    }

    /// `(high * 2^64 + low) / d`; `high < d`, top bit of `d` set.
    private static long digit(long high, long low, long d, long reciprocal) {
        long q0 = reciprocal * high;
        long q1 = Math.unsignedMultiplyHigh(reciprocal, high) + high;
        q0 += low;
        q1 += WordMath.carryOf(q0, low) + 1;
        long rest = low - q1 * d;
        if (Long.compareUnsigned(rest, q0) > 0) {
            q1--;
            rest += d;
        }
        if (Long.compareUnsigned(rest, d) >= 0) {
            q1++;
        }
        return q1;
    }
}
