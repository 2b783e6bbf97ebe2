package org.lifeboat.evm.precompile;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.lifeboat.crypto.ripemd.Ripemd160;

/// SHA-256, RIPEMD-160 and the copy: contracts 2, 3 and 4. Source: Yellow Paper, appendix E.
final class HashContracts {
    private HashContracts() {}

    private static long words(int size) {
        return (size + 31L) / 32;
    }

    /// 0x02.
    record Sha256() implements Precompile {
        @Override
        public long gas(byte[] data, int offset, int size) {
            return 60 + 12 * words(size);
        }

        @Override
        public Optional<byte[]> run(byte[] input) {
            try {
                return Optional.of(MessageDigest.getInstance("SHA-256").digest(input));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }

    /// 0x03: the digest's twenty bytes, behind twelve zeros.
    record Ripemd() implements Precompile {
        @Override
        public long gas(byte[] data, int offset, int size) {
            return 600 + 120 * words(size);
        }

        @Override
        public Optional<byte[]> run(byte[] input) {
            byte[] output = new byte[32];
            System.arraycopy(Ripemd160.digest(input), 0, output, 32 - Ripemd160.SIZE, Ripemd160.SIZE);
            return Optional.of(output);
        }
    }

    /// 0x04.
    record Identity() implements Precompile {
        @Override
        public long gas(byte[] data, int offset, int size) {
            return 15 + 3 * words(size);
        }

        @Override
        public Optional<byte[]> run(byte[] input) {
            return Optional.of(input);
        }
    }
}
