package org.lifeboat.evm.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.function.BinaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// 256-bit arithmetic against the JDK's unbounded numbers.
class WordLawsTest {
    private static final BigInteger WORLD = BigInteger.ONE.shiftLeft(256);
    private static final BigInteger HALF = BigInteger.ONE.shiftLeft(255);

    private final WordDivision division = new WordDivision();

    private interface Operation {
        void apply(long[] s, int a, int b, int r);
    }

    private interface Ternary {
        void apply(long[] s, int a, int b, int c, int r);
    }

    /// Words of every length, with many ones and zeros in a row, which is where carries go wrong.
    @Provide
    Arbitrary<BigInteger> words() {
        Arbitrary<BigInteger> any = Arbitraries.bigIntegers().between(BigInteger.ZERO, WORLD.subtract(BigInteger.ONE));
        Arbitrary<BigInteger> runs = Arbitraries.integers()
                .between(0, 256)
                .flatMap(high -> Arbitraries.integers()
                        .between(0, 256)
                        .map(low -> BigInteger.ONE
                                .shiftLeft(high)
                                .subtract(BigInteger.ONE.shiftLeft(low))
                                .mod(WORLD)));
        Arbitrary<BigInteger> small =
                Arbitraries.integers().between(0, 256).flatMap(bits -> any.map(number -> number.shiftRight(bits)));
        return Arbitraries.oneOf(any, runs, small);
    }

    @Property(tries = 3000)
    void sums(@ForAll("words") BigInteger a, @ForAll("words") BigInteger b) {
        check(WordMath::add, a, b, BigInteger::add);
        check(WordMath::subtract, a, b, BigInteger::subtract);
        check(WordMath::multiply, a, b, BigInteger::multiply);
    }

    @Property(tries = 3000)
    void quotients(@ForAll("words") BigInteger a, @ForAll("words") BigInteger b) {
        check(division::divide, a, b, (x, y) -> y.signum() == 0 ? y : x.divide(y));
        check(division::remainder, a, b, (x, y) -> y.signum() == 0 ? y : x.mod(y));
        check(
                division::divideSigned,
                a,
                b,
                (x, y) -> y.signum() == 0 ? y : signed(x).divide(signed(y)));
        check(
                division::remainderSigned,
                a,
                b,
                (x, y) -> y.signum() == 0 ? y : signed(x).remainder(signed(y)));
    }

    @Property(tries = 3000)
    void modularSums(@ForAll("words") BigInteger a, @ForAll("words") BigInteger b, @ForAll("words") BigInteger n) {
        BigInteger sum = n.signum() == 0 ? n : a.add(b).mod(n);
        BigInteger product = n.signum() == 0 ? n : a.multiply(b).mod(n);
        assertThat(apply(division::addModulo, a, b, n)).isEqualTo(sum);
        assertThat(apply(division::multiplyModulo, a, b, n)).isEqualTo(product);
    }

    @Property(tries = 300)
    void powers(@ForAll("words") BigInteger a, @ForAll("words") BigInteger b) {
        check((s, x, y, r) -> WordMath.power(s, x, y, r, new long[8], 0), a, b, (x, y) -> x.modPow(y, WORLD));
    }

    @Property(tries = 2000)
    void comparisons(@ForAll("words") BigInteger a, @ForAll("words") BigInteger b) {
        long[] s = stack(a, b, BigInteger.ZERO);
        assertThat(Words.less(s, 0, s, 4)).isEqualTo(a.compareTo(b) < 0);
        assertThat(Words.lessSigned(s, 0, s, 4)).isEqualTo(signed(a).compareTo(signed(b)) < 0);
        assertThat(Words.equal(s, 0, s, 4)).isEqualTo(a.equals(b));
        assertThat(WordMath.bitLength(s, 0)).isEqualTo(a.bitLength());
    }

    @Property(tries = 2000)
    void shifts(@ForAll("words") BigInteger a, @ForAll("words") BigInteger far) {
        for (BigInteger n : new BigInteger[] {far, far.mod(BigInteger.valueOf(300))}) {
            int bits = n.bitLength() > 9 ? 256 : Math.min(256, n.intValue());
            checkShift(WordMath::shiftLeft, n, a, a.shiftLeft(bits));
            checkShift(WordMath::shiftRight, n, a, a.shiftRight(bits));
            checkShift(WordMath::shiftRightSigned, n, a, signed(a).shiftRight(bits));
        }
    }

    @Property(tries = 2000)
    void bytesOfWords(@ForAll("words") BigInteger a, @ForAll("words") BigInteger far) {
        for (BigInteger n : new BigInteger[] {far, far.mod(BigInteger.valueOf(40))}) {
            boolean inside = n.compareTo(BigInteger.valueOf(32)) < 0;
            int index = inside ? n.intValue() : 0;
            BigInteger octet = a.shiftRight(8 * (31 - index)).and(BigInteger.valueOf(0xff));
            checkShift(WordMath::byteAt, n, a, inside ? octet : BigInteger.ZERO);
            BigInteger low = a.mod(BigInteger.ONE.shiftLeft(8 * index + 8));
            BigInteger extended =
                    low.testBit(8 * index + 7) ? low.subtract(BigInteger.ONE.shiftLeft(8 * index + 8)) : low;
            checkShift(WordMath::signExtend, n, a, inside ? extended : a);
        }
    }

    @Property(tries = 500)
    void wordsAndBytes_areTheSame(@ForAll("words") BigInteger a) {
        long[] s = stack(a, BigInteger.ZERO, BigInteger.ZERO);
        byte[] bytes = Words.toBytes(s, 0);
        Words.load(bytes, 0, s, 4);
        Words.loadShort(bytes, 0, 32, s, 8);
        assertThat(Words.toNumber(s, 4)).isEqualTo(a);
        assertThat(Words.toNumber(s, 8)).isEqualTo(a);
    }

    private interface Shift {
        void apply(long[] s, int n, int v);
    }

    private static void checkShift(Shift shift, BigInteger n, BigInteger value, BigInteger expected) {
        long[] s = stack(n, value, BigInteger.ZERO);
        shift.apply(s, 0, 4);
        assertThat(Words.toNumber(s, 4)).isEqualTo(expected.mod(WORLD));
    }

    private static void check(Operation operation, BigInteger a, BigInteger b, BinaryOperator<BigInteger> expected) {
        for (int r = 0; r <= 8; r += 4) {
            long[] s = stack(a, b, BigInteger.ZERO);
            operation.apply(s, 0, 4, r);
            assertThat(Words.toNumber(s, r)).isEqualTo(expected.apply(a, b).mod(WORLD));
        }
    }

    private static BigInteger apply(Ternary operation, BigInteger a, BigInteger b, BigInteger c) {
        long[] s = stack(a, b, c);
        operation.apply(s, 0, 4, 8, 8);
        return Words.toNumber(s, 8);
    }

    private static long[] stack(BigInteger a, BigInteger b, BigInteger c) {
        long[] s = new long[12];
        Words.setNumber(s, 0, a);
        Words.setNumber(s, 4, b);
        Words.setNumber(s, 8, c);
        return s;
    }

    private static BigInteger signed(BigInteger word) {
        return word.compareTo(HALF) >= 0 ? word.subtract(WORLD) : word;
    }
}
