package org.lifeboat.evm.precompile;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.lifeboat.crypto.kzg.Kzg;
import org.lifeboat.primitives.Hash32;

/// 0x0a. Source: EIP-4844, "Point evaluation precompile".
record PointEvaluation() implements Precompile {
    /// versioned hash, z, y, commitment, proof.
    private static final int INPUT_SIZE = 192;

    /// Source: EIP-4844, `FIELD_ELEMENTS_PER_BLOB`. Since: Cancun.
    private static final BigInteger BLOB_ELEMENTS = BigInteger.valueOf(4096);

    /// Source: EIP-4844, `VERSIONED_HASH_VERSION_KZG`. Since: Cancun.
    private static final byte VERSION = 1;

    @Override
    public long gas(byte[] data, int offset, int size) {
        return 50_000;
    }

    @Override
    public Optional<byte[]> run(byte[] input) {
        if (input.length != INPUT_SIZE) {
            return Optional.empty();
        }
        byte[] commitment = Arrays.copyOfRange(input, 96, 144);
        byte[] z = Arrays.copyOfRange(input, 32, 64);
        byte[] y = Arrays.copyOfRange(input, 64, 96);
        byte[] proof = Arrays.copyOfRange(input, 144, INPUT_SIZE);
        boolean named = Arrays.equals(versionedHash(commitment), Arrays.copyOf(input, 32));
        return named && Kzg.verify(commitment, z, y, proof) ? Optional.of(constants()) : Optional.empty();
    }

    private static byte[] versionedHash(byte[] commitment) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(commitment);
            hash[0] = VERSION;
            return hash;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] constants() {
        byte[] output = Arrays.copyOf(Hash32.ofNumber(BLOB_ELEMENTS).toArray(), 64);
        System.arraycopy(Hash32.ofNumber(Kzg.MODULUS).toArray(), 0, output, 32, 32);
        return output;
    }
}
