package org.lifeboat.evm.precompile;

import java.util.Arrays;
import java.util.Optional;
import org.lifeboat.crypto.bn254.Bn254;

/// Contracts 6, 7 and 8. Sources: EIP-196, EIP-197; prices EIP-1108.
final class Bn254Contracts {
    private static final int SCALAR_SIZE = 32;

    private Bn254Contracts() {}

    /// 0x06. What is missing of the input counts as zeros, what is too much is not looked at.
    record Add(long price) implements Precompile {
        @Override
        public long gas(byte[] data, int offset, int size) {
            return price;
        }

        @Override
        public Optional<byte[]> run(byte[] input) {
            return Bn254.add(Arrays.copyOf(input, 2 * Bn254.G1_SIZE));
        }
    }

    /// 0x07. As above.
    record Multiply(long price) implements Precompile {
        @Override
        public long gas(byte[] data, int offset, int size) {
            return price;
        }

        @Override
        public Optional<byte[]> run(byte[] input) {
            return Bn254.multiply(Arrays.copyOf(input, Bn254.G1_SIZE + SCALAR_SIZE));
        }
    }

    /// 0x08.
    record Pairing(long price, long pricePair) implements Precompile {
        @Override
        public long gas(byte[] data, int offset, int size) {
            return price + pricePair * (size / Bn254.PAIR_SIZE);
        }

        @Override
        public Optional<byte[]> run(byte[] input) {
            if (input.length % Bn254.PAIR_SIZE != 0) {
                return Optional.empty();
            }
            return Bn254.pairing(input).map(Output::truth);
        }
    }
}
