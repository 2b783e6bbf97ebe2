package org.lifeboat.crypto.bn254;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class Bn254Test {
    private static final G1 P = G1.of(BigInteger.ONE, BigInteger.TWO).orElseThrow();

    /// Source: EIP-197, "Definition of the groups", `P_2`.
    private static final G2 Q = G2.of(
                    new Fp2(
                            number("10857046999023057135944570762232829481370756359578518086990519993285655852781"),
                            number("11559732032986387107991004021392285783925812861821192530917403151452391805634")),
                    new Fp2(
                            number("8495653923123431417604973247489272438418190587263600148770280649306958101930"),
                            number("4082367875863433681332203403145435568316851327593401208105741076214120093531")))
            .orElseThrow();

    private static Fp number(String decimal) {
        return Fp.of(new BigInteger(decimal));
    }

    @Provide
    Arbitrary<BigInteger> numbers() {
        return Arbitraries.bigIntegers().between(BigInteger.ZERO, Fp.PRIME.subtract(BigInteger.ONE));
    }

    @Property(tries = 500)
    void field_agreesWithPlainArithmetic(@ForAll("numbers") BigInteger a, @ForAll("numbers") BigInteger b) {
        Fp x = Fp.of(a);
        Fp y = Fp.of(b);

        assertThat(x.multiply(y).toNumber()).isEqualTo(a.multiply(b).mod(Fp.PRIME));
        assertThat(x.add(y).toNumber()).isEqualTo(a.add(b).mod(Fp.PRIME));
        assertThat(x.subtract(y).toNumber()).isEqualTo(a.subtract(b).mod(Fp.PRIME));
        assertThat(x.multiply(x.invert()).toNumber()).isEqualTo(a.signum() == 0 ? BigInteger.ZERO : BigInteger.ONE);
    }

    @Property(tries = 5)
    void pairing_isLinearOnTheLeft(@ForAll("numbers") BigInteger a) {
        BigInteger scalar = a.mod(G2.ORDER);
        if (scalar.signum() == 0) {
            return;
        }
        Fp12 once = Pairing.finalPower(Pairing.miller(P, Q));
        Fp12 many = Pairing.finalPower(Pairing.miller(P.multiply(scalar).affine(), Q));

        assertThat(power(once, scalar).multiply(many.conjugate()).isOne()).isTrue();
        assertThat(once.isOne()).isFalse();
    }

    private static Fp12 power(Fp12 base, BigInteger exponent) {
        Fp12 result = Fp12.ONE;
        for (int i = exponent.bitLength() - 1; i >= 0; i--) {
            result = result.square();
            if (exponent.testBit(i)) {
                result = result.multiply(base);
            }
        }
        return result;
    }
}
