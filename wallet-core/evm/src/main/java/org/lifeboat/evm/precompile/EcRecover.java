package org.lifeboat.evm.precompile;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.tx.EcdsaSignature;

/// 0x01: the address that signed a hash. Source: Yellow Paper, appendix E, `ECREC`. A signature that
/// fits no key gives no bytes, and that is no failure.
record EcRecover(Secp256k1 curve) implements Precompile {
    private static final byte[] NOBODY = new byte[0];
    private static final int INPUT = 128;

    @Override
    public long gas(byte[] data, int offset, int size) {
        return 3000;
    }

    @Override
    public Optional<byte[]> run(byte[] input) {
        byte[] padded = Arrays.copyOf(input, INPUT);
        BigInteger v = word(padded, 32).toNumber();
        boolean known = v.equals(BigInteger.valueOf(27)) || v.equals(BigInteger.valueOf(28));
        if (!known) {
            return Optional.of(NOBODY);
        }
        EcdsaSignature signature = new EcdsaSignature(
                v.intValue() - 27, word(padded, 64).toNumber(), word(padded, 96).toNumber());
        if (!signature.isInRange()) {
            return Optional.of(NOBODY);
        }
        Optional<Address> signer = curve.recover(word(padded, 0), signature);
        return Optional.of(signer.map(address -> address.toWord().toArray()).orElse(NOBODY));
    }

    private static Hash32 word(byte[] bytes, int offset) {
        return Hash32.of(Arrays.copyOfRange(bytes, offset, offset + 32));
    }
}
