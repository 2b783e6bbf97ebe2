package org.lifeboat.evm.precompile;

import java.util.Arrays;
import java.util.Optional;
import org.lifeboat.crypto.blake2.Blake2F;

/// 0x09. Source: EIP-152: a gas a round.
record Blake2Contract() implements Precompile {
    @Override
    public long gas(byte[] data, int offset, int size) {
        return size == Blake2F.INPUT_SIZE ? Blake2F.rounds(Arrays.copyOfRange(data, offset, offset + size)) : 0;
    }

    @Override
    public Optional<byte[]> run(byte[] input) {
        boolean wellFormed = input.length == Blake2F.INPUT_SIZE && (input[Blake2F.INPUT_SIZE - 1] & 0xfe) == 0;
        return wellFormed ? Optional.of(Blake2F.compress(input)) : Optional.empty();
    }
}
