package org.lifeboat.primitives;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// An amount of a token in its smallest unit, with the number of decimals that the token declares.
/// Never negative, below 2^256; decimals 0 to 255 (ERC-20 `decimals()` is a `uint8`).
public record TokenAmount(BigInteger units, int decimals) {
    /// 2^256 - 1, the EVM's largest word.
    public static final BigInteger LARGEST_UNITS = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    public TokenAmount {
        if (units.signum() < 0 || units.bitLength() > 256) {
            throw new IllegalArgumentException("token amount out of range");
        }
        if (decimals < 0 || decimals > 255) {
            throw new IllegalArgumentException("decimals out of range: " + decimals);
        }
    }

    /// Reads what a person typed: digits with an optional point, no sign, no grouping, no exponent.
    /// @throws IllegalArgumentException if it is anything else, has more decimals than the token, or is too large
    public static TokenAmount parse(String text, int decimals) {
        if (text.length() > 400 || !text.matches("[0-9]+(\\.[0-9]+)?")) {
            throw new IllegalArgumentException("not an amount: write digits and at most one point, like 0.25");
        }
        BigDecimal value = new BigDecimal(text).stripTrailingZeros();
        if (value.scale() > decimals) {
            throw new IllegalArgumentException("too many decimals: this asset has " + decimals);
        }
        return new TokenAmount(value.movePointRight(decimals).toBigIntegerExact(), decimals);
    }

    public boolean isZero() {
        return units.signum() == 0;
    }

    /// All digits, no rounding, trailing zeros dropped: `1.5`, `0`, `0.000000000000000001`.
    public String toExactString() {
        BigDecimal value = new BigDecimal(units, decimals);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /// Rounded **down** to `places` decimals, trailing zeros kept: what the user can at least rely on.
    public String toRoundedString(int places) {
        return new BigDecimal(units, decimals)
                .setScale(places, RoundingMode.DOWN)
                .toPlainString();
    }
}
