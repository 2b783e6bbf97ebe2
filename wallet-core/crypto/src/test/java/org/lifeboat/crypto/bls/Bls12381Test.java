package org.lifeboat.crypto.bls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Bls12381Test {
    /// The generator of G1. Source: EIP-2537, "Curve parameters".
    private static final byte[] GENERATOR = HexFormat.of()
            .parseHex("0000000000000000000000000000000017f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac58"
                    + "6c55e83ff97a1aeffb3af00adb22c6bb0000000000000000000000000000000008b3f481e3aaa0f1a09e30ed741d8ae4"
                    + "fcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e1");

    private static final byte[] INFINITY = new byte[Bls12381.G1_SIZE];

    @Test
    void infinity_isNeutral() {
        assertThat(Bls12381.g1Add(joined(GENERATOR, INFINITY)))
                .hasValueSatisfying(sum -> assertThat(sum).isEqualTo(GENERATOR));
    }

    @Test
    void pointOfOrderThree_isAdded_thoughItIsInNoGroup() {
        byte[] point = new byte[Bls12381.G1_SIZE];
        point[Bls12381.G1_SIZE - 1] = 2;

        byte[] twice = Bls12381.g1Add(joined(point, point)).orElseThrow();

        assertThat(twice).isNotEqualTo(point);
        assertThat(Bls12381.g1Add(joined(twice, point)))
                .hasValueSatisfying(sum -> assertThat(sum).isEqualTo(INFINITY));
        assertThat(Bls12381.g1SumOfProducts(joined(point, new byte[Bls12381.SCALAR_SIZE])))
                .isEmpty();
    }

    @Test
    void pointOffTheCurve_isRefused() {
        byte[] off = GENERATOR.clone();
        off[Bls12381.G1_SIZE - 1]++;

        assertThat(Bls12381.g1Add(joined(off, INFINITY))).isEmpty();
    }

    @Test
    void numberFromThePrimeOn_isRefused() {
        byte[] prime = Arrays.copyOf(new byte[16], 64);
        byte[] number = Fq.PRIME.toByteArray();
        System.arraycopy(number, 0, prime, 64 - number.length, number.length);
        byte[] below = prime.clone();
        below[63]--;

        assertThat(Bls12381.mapToG1(prime)).isEmpty();
        assertThat(Bls12381.mapToG1(below)).isPresent();
    }

    @Test
    void mapToG1_ofZero_isTheExceptionalCaseThatStillHasAPoint() {
        byte[] point = Bls12381.mapToG1(new byte[64]).orElseThrow();

        assertThat(Bls12381.g1SumOfProducts(joined(point, new byte[Bls12381.SCALAR_SIZE])))
                .hasValueSatisfying(product -> assertThat(product).isEqualTo(INFINITY));
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }
}
