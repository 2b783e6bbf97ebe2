package org.lifeboat.sandbox.blob;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.bls.Bls12381;
import org.lifeboat.crypto.kzg.Kzg;
import org.lifeboat.crypto.kzg.KzgSetup;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;

/// The 128 proofs that come along with a blob since Osaka, one for each of its cells (EIP-7594).
///
/// Who has the whole blob needs no pairing: proof k commits to the quotient of its polynomial by X^64 - c_k,
/// where the cell's points are the roots of the divisor. All 128 are compared at once: what the proofs
/// come to, each times a power of a number that depends on all of them, must be what the quotients commit to,
/// each times the same.
///
/// Source: consensus-specs, `specs/fulu/polynomial-commitments-sampling.md`.
final class CellProofs {
    /// Source: as above, `CELLS_PER_EXT_BLOB`.
    static final int COUNT = 128;

    /// Source: as above, `FIELD_ELEMENTS_PER_CELL`.
    private static final int CELL_ELEMENTS = 64;

    private static final int COUNT_BITS = 7;
    private static final int ELEMENT_BITS = 12;
    private static final int ELEMENTS = KzgSetup.ELEMENTS;
    private static final int NUMBER_SIZE = 32;

    /// Source: consensus-specs, `specs/deneb/polynomial-commitments.md`, `PRIMITIVE_ROOT_OF_UNITY`.
    private static final BigInteger GENERATOR = BigInteger.valueOf(7);

    private static final BigInteger MODULUS = Kzg.MODULUS;

    private CellProofs() {}

    /// Whether these are the proofs of the blob.
    static boolean fit(PlayBlob blob, List<Bytes> proofs) {
        if (proofs.size() != COUNT) {
            return false;
        }
        BigInteger challenge = challenge(blob, proofs);
        Optional<Bytes> told = sum(proofs, challenge);
        Bytes quotient = quotients(blob.content(), challenge);
        return told.isPresent() && told.equals(PlayBlob.commitment(quotient));
    }

    private static BigInteger challenge(PlayBlob blob, List<Bytes> proofs) {
        Bytes all =
                blob.commitment().plus(Bytes.of(Keccak256.digest(blob.content().toArray())));
        for (Bytes proof : proofs) {
            all = all.plus(proof);
        }
        return new BigInteger(1, Keccak256.digest(all.toArray())).mod(MODULUS);
    }

    /// @return the proofs, each times a power of the challenge, added up; empty if one is no point
    private static Optional<Bytes> sum(List<Bytes> proofs, BigInteger challenge) {
        Bytes input = Bytes.EMPTY;
        BigInteger power = BigInteger.ONE;
        for (Bytes proof : proofs) {
            Optional<Bytes> point = CompressedPoint.read(proof);
            if (point.isEmpty()) {
                return Optional.empty();
            }
            input = input.plus(point.get()).plus(word(power));
            power = power.multiply(challenge).mod(MODULUS);
        }
        return Bls12381.g1SumOfProducts(input.toArray()).map(sum -> CompressedPoint.write(Bytes.of(sum)));
    }

    /// The quotients, each times a power of the challenge, added up, as a blob.
    private static Bytes quotients(Bytes blob, BigInteger challenge) {
        BigInteger[] coefficients = coefficients(blob);
        BigInteger[] sum = new BigInteger[ELEMENTS];
        Arrays.fill(sum, BigInteger.ZERO);
        BigInteger power = BigInteger.ONE;
        BigInteger root = rootOfUnity(COUNT);
        for (int cell = 0; cell < COUNT; cell++) {
            BigInteger c = root.modPow(BigInteger.valueOf(reversed(cell, COUNT_BITS)), MODULUS);
            BigInteger[] quotient = divided(coefficients, c);
            for (int i = 0; i < quotient.length; i++) {
                sum[i] = sum[i].add(quotient[i].multiply(power));
            }
            power = power.multiply(challenge).mod(MODULUS);
        }
        for (int i = 0; i < ELEMENTS; i++) {
            sum[i] = sum[i].mod(MODULUS);
        }
        return blob(transformed(sum, rootOfUnity(ELEMENTS)));
    }

    /// By X^64 - c; the rest is left away.
    private static BigInteger[] divided(BigInteger[] coefficients, BigInteger c) {
        BigInteger[] quotient = new BigInteger[ELEMENTS - CELL_ELEMENTS];
        for (int i = quotient.length - 1; i >= 0; i--) {
            BigInteger above =
                    i + CELL_ELEMENTS < quotient.length ? c.multiply(quotient[i + CELL_ELEMENTS]) : BigInteger.ZERO;
            quotient[i] = coefficients[i + CELL_ELEMENTS].add(above).mod(MODULUS);
        }
        return quotient;
    }

    // ---- polynomials

    /// A blob holds a polynomial's values at the roots of unity, in the order of reversed bits.
    private static BigInteger[] coefficients(Bytes blob) {
        byte[] bytes = blob.toArray();
        BigInteger[] values = new BigInteger[ELEMENTS];
        for (int i = 0; i < ELEMENTS; i++) {
            values[reversed(i, ELEMENT_BITS)] = new BigInteger(1, bytes, i * NUMBER_SIZE, NUMBER_SIZE);
        }
        BigInteger[] back = transformed(values, rootOfUnity(ELEMENTS).modInverse(MODULUS));
        BigInteger share = BigInteger.valueOf(ELEMENTS).modInverse(MODULUS);
        return Arrays.stream(back)
                .map(each -> each.multiply(share).mod(MODULUS))
                .toArray(BigInteger[]::new);
    }

    private static Bytes blob(BigInteger[] values) {
        byte[] bytes = new byte[KzgSetup.BLOB_SIZE];
        for (int i = 0; i < ELEMENTS; i++) {
            byte[] number = word(values[reversed(i, ELEMENT_BITS)]).toArray();
            System.arraycopy(number, 0, bytes, i * NUMBER_SIZE, NUMBER_SIZE);
        }
        return Bytes.of(bytes);
    }

    /// The values at the powers of `root` (the fast Fourier transform).
    private static BigInteger[] transformed(BigInteger[] coefficients, BigInteger root) {
        if (coefficients.length == 1) {
            return coefficients;
        }
        int half = coefficients.length / 2;
        BigInteger[] even = new BigInteger[half];
        BigInteger[] odd = new BigInteger[half];
        for (int i = 0; i < half; i++) {
            even[i] = coefficients[2 * i];
            odd[i] = coefficients[2 * i + 1];
        }
        BigInteger squared = root.multiply(root).mod(MODULUS);
        even = transformed(even, squared);
        odd = transformed(odd, squared);
        BigInteger[] values = new BigInteger[coefficients.length];
        BigInteger power = BigInteger.ONE;
        for (int i = 0; i < half; i++) {
            BigInteger turned = power.multiply(odd[i]);
            values[i] = even[i].add(turned).mod(MODULUS);
            values[i + half] = even[i].subtract(turned).mod(MODULUS);
            power = power.multiply(root).mod(MODULUS);
        }
        return values;
    }

    /// @param order a power of two
    static BigInteger rootOfUnity(int order) {
        BigInteger exponent = MODULUS.subtract(BigInteger.ONE).divide(BigInteger.valueOf(order));
        return GENERATOR.modPow(exponent, MODULUS);
    }

    static int reversed(int number, int bits) {
        return Integer.reverse(number) >>> (Integer.SIZE - bits);
    }

    static Bytes word(BigInteger number) {
        return Bytes.of(Hash32.ofNumber(number).toArray());
    }
}
