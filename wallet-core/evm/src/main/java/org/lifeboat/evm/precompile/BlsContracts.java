package org.lifeboat.evm.precompile;

import java.util.Optional;
import java.util.function.Function;
import org.lifeboat.crypto.bls.Bls12381;

/// Contracts 0x0b to 0x11. Source: EIP-2537; prices in its section "Gas schedule".
final class BlsContracts {
    private static final int FIELD = 64;

    private BlsContracts() {}

    private static Optional<byte[]> sized(byte[] input, int size, Function<byte[], Optional<byte[]>> operation) {
        return input.length == size ? operation.apply(input) : Optional.empty();
    }

    private static boolean isMultiple(byte[] input, int size) {
        return input.length != 0 && input.length % size == 0;
    }

    /// 0x0b.
    record G1Add() implements Precompile {
        @Override
        public long gas(byte[] data, int offset, int size) {
            return 375;
        }

        @Override
        public Optional<byte[]> run(byte[] input) {
            return sized(input, 2 * Bls12381.G1_SIZE, Bls12381::g1Add);
        }
    }

    /// 0x0c.
    record G1SumOfProducts() implements Precompile {
        private static final int ITEM = Bls12381.G1_SIZE + Bls12381.SCALAR_SIZE;

        @Override
        public long gas(byte[] data, int offset, int size) {
            return BlsDiscounts.price(size / ITEM, 12_000, BlsDiscounts.G1);
        }

        @Override
        public Optional<byte[]> run(byte[] input) {
            return isMultiple(input, ITEM) ? Bls12381.g1SumOfProducts(input) : Optional.empty();
        }
    }

    /// 0x0d.
    record G2Add() implements Precompile {
        @Override
        public long gas(byte[] data, int offset, int size) {
            return 600;
        }

        @Override
        public Optional<byte[]> run(byte[] input) {
            return sized(input, 2 * Bls12381.G2_SIZE, Bls12381::g2Add);
        }
    }

    /// 0x0e.
    record G2SumOfProducts() implements Precompile {
        private static final int ITEM = Bls12381.G2_SIZE + Bls12381.SCALAR_SIZE;

        @Override
        public long gas(byte[] data, int offset, int size) {
            return BlsDiscounts.price(size / ITEM, 22_500, BlsDiscounts.G2);
        }

        @Override
        public Optional<byte[]> run(byte[] input) {
            return isMultiple(input, ITEM) ? Bls12381.g2SumOfProducts(input) : Optional.empty();
        }
    }

    /// 0x0f.
    record Pairing() implements Precompile {
        private static final int ITEM = Bls12381.G1_SIZE + Bls12381.G2_SIZE;

        @Override
        public long gas(byte[] data, int offset, int size) {
            return 37_700 + 32_600L * (size / ITEM);
        }

        @Override
        public Optional<byte[]> run(byte[] input) {
            return isMultiple(input, ITEM) ? Bls12381.pairing(input).map(Output::truth) : Optional.empty();
        }
    }

    /// 0x10.
    record MapToG1() implements Precompile {
        @Override
        public long gas(byte[] data, int offset, int size) {
            return 5500;
        }

        @Override
        public Optional<byte[]> run(byte[] input) {
            return sized(input, FIELD, Bls12381::mapToG1);
        }
    }

    /// 0x11.
    record MapToG2() implements Precompile {
        @Override
        public long gas(byte[] data, int offset, int size) {
            return 23_800;
        }

        @Override
        public Optional<byte[]> run(byte[] input) {
            return sized(input, 2 * FIELD, Bls12381::mapToG2);
        }
    }
}
