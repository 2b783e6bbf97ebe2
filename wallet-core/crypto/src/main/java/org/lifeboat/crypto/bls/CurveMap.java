package org.lifeboat.crypto.bls;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Maps a field element to a point: the simplified SWU map onto a curve `y^2 = x^3 + A x + B`, then an
/// isogeny onto BLS12-381. Source: RFC 9380, sections 6.6.2 and 6.6.3; EIP-2537, asset `field_to_curve.md`.
/// The cofactor is still to be cleared.
///
/// Both fields are computed as [Fq2], the base field as its real line; roots are taken in the field that is
/// mapped from.
record CurveMap(boolean real, Fq2 a, Fq2 b, Fq2 z, List<List<Fq2>> isogeny) {
    /// Onto G1's curve. Parameters: RFC 9380, section 8.8.1.
    static final CurveMap G1 = new CurveMap(
            true,
            hex("144698a3b8e9433d693a02c96d4982b0ea985383ee66a8d8e8981aefd881ac98936f8da0e0f97f5cf428082d584c1d"),
            hex("12e2908d11688030018b12e8753eee3b2016c1f0f24f4070a0b9c14fcef35ef55a23215a316ceaa5d1cc48e98e172be0"),
            Fq2.of(11, 0),
            List.of(
                    realLine(IsogenyTable.G1_X_NUMERATOR),
                    realLine(IsogenyTable.G1_X_DENOMINATOR),
                    realLine(IsogenyTable.G1_Y_NUMERATOR),
                    realLine(IsogenyTable.G1_Y_DENOMINATOR)));

    /// Onto G2's curve. Parameters: RFC 9380, section 8.8.2.
    static final CurveMap G2 = new CurveMap(
            false,
            Fq2.of(0, 240),
            Fq2.of(1012, 1012),
            Fq2.of(-2, -1),
            List.of(
                    pairs(IsogenyTable.G2_X_NUMERATOR),
                    pairs(IsogenyTable.G2_X_DENOMINATOR),
                    pairs(IsogenyTable.G2_Y_NUMERATOR),
                    pairs(IsogenyTable.G2_Y_DENOMINATOR)));

    /// A point with both coordinates; infinity is an empty answer of [#map].
    record Point(Fq2 x, Fq2 y) {}

    /// @return empty where the isogeny sends the element to infinity
    Optional<Point> map(Fq2 u) {
        Fq2 zu2 = z.multiply(u.square());
        Fq2 tv = zu2.square().add(zu2).invert();
        Fq2 x1 = tv.isZero()
                ? b.multiply(z.multiply(a).invert())
                : b.negate().multiply(a.invert()).multiply(Fq2.ONE.add(tv));
        Fq2 x = x1;
        Optional<Fq2> root = rootHere(right(x1));
        if (root.isEmpty()) {
            x = zu2.multiply(x1);
            root = rootHere(right(x));
        }
        Fq2 y = root.orElseThrow(); // One of the two is always a square.
        return isogenous(x, u.isOdd() == y.isOdd() ? y : y.negate());
    }

    private Fq2 right(Fq2 x) {
        return x.square().add(a).multiply(x).add(b);
    }

    /// A square root in the field that is mapped from.
    private Optional<Fq2> rootHere(Fq2 value) {
        return real ? Fq.root(value.c0()).map(root -> new Fq2(root, BigInteger.ZERO)) : value.root();
    }

    private Optional<Point> isogenous(Fq2 x, Fq2 y) {
        Fq2 xDenominator = evaluate(isogeny.get(1), x);
        Fq2 yDenominator = evaluate(isogeny.get(3), x);
        if (xDenominator.isZero() || yDenominator.isZero()) {
            return Optional.empty();
        }
        Fq2 both = xDenominator.multiply(yDenominator).invert();
        Fq2 newX = evaluate(isogeny.get(0), x).multiply(both).multiply(yDenominator);
        Fq2 newY = evaluate(isogeny.get(2), x)
                .multiply(both)
                .multiply(xDenominator)
                .multiply(y);
        return Optional.of(new Point(newX, newY));
    }

    private static Fq2 evaluate(List<Fq2> coefficients, Fq2 x) {
        Fq2 value = Fq2.ZERO;
        for (Fq2 coefficient : coefficients.reversed()) {
            value = value.multiply(x).add(coefficient);
        }
        return value;
    }

    private static Fq2 hex(String text) {
        return new Fq2(new BigInteger(text, 16), BigInteger.ZERO);
    }

    private static List<Fq2> realLine(String table) {
        return table.lines().map(line -> hex(line.trim())).toList();
    }

    private static List<Fq2> pairs(String table) {
        List<String> lines = table.lines().map(String::trim).toList();
        List<Fq2> numbers = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 2) {
            numbers.add(new Fq2(new BigInteger(lines.get(i), 16), new BigInteger(lines.get(i + 1), 16)));
        }
        return List.copyOf(numbers);
    }
}
