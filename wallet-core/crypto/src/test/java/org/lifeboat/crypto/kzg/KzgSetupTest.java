package org.lifeboat.crypto.kzg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import supranational.blst.P1;

/// A setup whose secret everybody knows: what blobs commit to is then plain arithmetic.
class KzgSetupTest {
    private static final BigInteger SECRET = BigInteger.valueOf(123_456_789);

    /// A number whose powers run through all 4096 places. Source: consensus-specs,
    /// `PRIMITIVE_ROOT_OF_UNITY` 7.
    private static final BigInteger ROOT =
            BigInteger.valueOf(7).modPow(Kzg.MODULUS.subtract(BigInteger.ONE).shiftRight(12), Kzg.MODULUS);

    private static final KzgSetup SETUP = setup();

    /// The Lagrange points of the secret: w^i (s^n - 1) / (n (s - w^i)) times the generator.
    private static KzgSetup setup() {
        BigInteger count = BigInteger.valueOf(KzgSetup.ELEMENTS);
        BigInteger factor =
                SECRET.modPow(count, Kzg.MODULUS).subtract(BigInteger.ONE).multiply(count.modInverse(Kzg.MODULUS));
        List<byte[]> points = new ArrayList<>();
        BigInteger place = BigInteger.ONE;
        for (int i = 0; i < KzgSetup.ELEMENTS; i++) {
            BigInteger weight = place.multiply(factor)
                    .multiply(SECRET.subtract(place).modInverse(Kzg.MODULUS))
                    .mod(Kzg.MODULUS);
            points.add(P1.generator().mult(weight).compress());
            place = place.multiply(ROOT).mod(Kzg.MODULUS);
        }
        return KzgSetup.of(points);
    }

    private static void put(byte[] blob, int index, BigInteger number) {
        byte[] magnitude = number.toByteArray();
        int length = Math.min(magnitude.length, 32);
        System.arraycopy(magnitude, magnitude.length - length, blob, index * 32 + 32 - length, length);
    }

    @Test
    void polynomialX_commitsToTheSecret() {
        byte[] blob = new byte[KzgSetup.BLOB_SIZE];
        for (int i = 0; i < KzgSetup.ELEMENTS; i++) {
            put(blob, Integer.reverse(i) >>> 20, ROOT.modPow(BigInteger.valueOf(i), Kzg.MODULUS));
        }

        assertThat(SETUP.commitment(blob))
                .hasValueSatisfying(commitment -> assertThat(commitment)
                        .isEqualTo(P1.generator().mult(SECRET).compress()));
    }

    @Test
    void constantPolynomial_commitsToItself_andOneOtherNumberChangesIt() {
        byte[] blob = new byte[KzgSetup.BLOB_SIZE];
        for (int i = 0; i < KzgSetup.ELEMENTS; i++) {
            put(blob, i, BigInteger.valueOf(0x1_0203));
        }
        byte[] expected = P1.generator().mult(BigInteger.valueOf(0x1_0203)).compress();

        assertThat(SETUP.commitment(blob).orElseThrow()).isEqualTo(expected);
        blob[blob.length - 1] ^= 1;
        assertThat(SETUP.commitment(blob).orElseThrow()).isNotEqualTo(expected);
    }

    @Test
    void versionedHash_beginsWithItsVersion() {
        assertThat(SETUP.versionedHash(new byte[KzgSetup.BLOB_SIZE]).orElseThrow())
                .hasSize(32)
                .startsWith(1);
    }

    @Test
    void numberFromTheModulusOn_orAnotherSize_isNoBlob() {
        byte[] blob = new byte[KzgSetup.BLOB_SIZE];
        put(blob, 17, Kzg.MODULUS);

        assertThat(SETUP.commitment(blob)).isEmpty();
        assertThat(SETUP.commitment(new byte[KzgSetup.BLOB_SIZE - 1])).isEmpty();
    }

    @Test
    void setupOfAnotherSize_isRefused() {
        assertThatThrownBy(() -> KzgSetup.read("00")).isInstanceOf(IllegalArgumentException.class);
    }
}
