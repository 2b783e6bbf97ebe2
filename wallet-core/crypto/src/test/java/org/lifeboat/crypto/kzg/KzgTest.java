package org.lifeboat.crypto.kzg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KzgTest {
    /// The compressed point at infinity: the commitment to the polynomial zero, and the proof of each of its
    /// values.
    private static byte[] infinity() {
        byte[] bytes = new byte[Kzg.COMMITMENT_SIZE];
        bytes[0] = (byte) 0xc0;
        return bytes;
    }

    private static byte[] number(int value) {
        byte[] bytes = new byte[32];
        bytes[31] = (byte) value;
        return bytes;
    }

    @Test
    void zeroPolynomial_isZeroEverywhere_andNothingElse() {
        assertThat(Kzg.verify(infinity(), number(5), number(0), infinity())).isTrue();
        assertThat(Kzg.verify(infinity(), number(5), number(1), infinity())).isFalse();
    }

    @Test
    void bytesThatAreNoPoint_areRefused() {
        assertThat(Kzg.verify(new byte[Kzg.COMMITMENT_SIZE], number(5), number(0), infinity()))
                .isFalse();
        assertThat(Kzg.verify(new byte[0], number(5), number(0), infinity())).isFalse();
    }

    @Test
    void numberFromTheModulusOn_isRefused() {
        byte[] modulus = new byte[32];
        byte[] magnitude = Kzg.MODULUS.toByteArray();
        System.arraycopy(magnitude, magnitude.length - 32, modulus, 0, 32);

        assertThat(Kzg.verify(infinity(), modulus, number(0), infinity())).isFalse();
    }
}
