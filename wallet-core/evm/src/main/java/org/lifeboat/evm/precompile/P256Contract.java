package org.lifeboat.evm.precompile;

import java.util.Optional;
import org.lifeboat.crypto.p256.P256;

/// 0x100. Source: EIP-7951. A signature that does not hold gives no bytes, and that is no failure.
record P256Contract(long price) implements Precompile {
    @Override
    public long gas(byte[] data, int offset, int size) {
        return price;
    }

    @Override
    public Optional<byte[]> run(byte[] input) {
        boolean holds = input.length == P256.INPUT_SIZE && P256.verify(input);
        return Optional.of(holds ? Output.truth(true) : new byte[0]);
    }
}
