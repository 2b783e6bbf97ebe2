package org.lifeboat.crypto;

import fr.acinq.secp256k1.Secp256k1Exception;
import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.tx.EcdsaSignature;

/// Bitcoin Core's libsecp256k1 through JNI. The C code copies the key to its stack and works in constant time.
final class NativeSecp256k1 implements Secp256k1Backend {
    private final fr.acinq.secp256k1.Secp256k1 library;

    private NativeSecp256k1(fr.acinq.secp256k1.Secp256k1 library) {
        this.library = library;
    }

    /// Unpacks and loads the library; empty where there is none for this system, or it cannot be loaded.
    static Optional<Secp256k1Backend> load() {
        try {
            return Optional.of(new NativeSecp256k1(fr.acinq.secp256k1.Secp256k1.get()));
        } catch (IllegalStateException | LinkageError e) {
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return "libsecp256k1";
    }

    @Override
    public boolean isValidKey(byte[] key) {
        return library.secKeyVerify(key);
    }

    @Override
    public byte[] publicKey(byte[] key) {
        return library.pubkeyCreate(key);
    }

    @Override
    public byte[] sign(byte[] digest, byte[] key) {
        return library.sign(digest, key);
    }

    @Override
    public boolean verify(byte[] digest, byte[] signature, byte[] publicKey) {
        EcdsaSignature scalars = scalars(signature);
        if (!scalars.isInRange()) {
            return false;
        }
        byte[] low = signature.clone();
        if (!scalars.isLowS()) {
            // The library itself accepts low s only.
            BigInteger other = EcdsaSignature.CURVE_ORDER.subtract(scalars.s());
            System.arraycopy(Hash32.ofNumber(other).toArray(), 0, low, Hash32.SIZE, Hash32.SIZE);
        }
        return verifyLow(digest, low, publicKey);
    }

    @Override
    public Optional<byte[]> recover(byte[] digest, byte[] signature, int yParity) {
        if (!scalars(signature).isInRange()) {
            return Optional.empty();
        }
        try {
            return Optional.of(library.ecdsaRecover(signature, digest, yParity));
        } catch (Secp256k1Exception e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<byte[]> decompress(byte[] encoded) {
        try {
            return Optional.of(library.pubkeyParse(encoded));
        } catch (Secp256k1Exception e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<byte[]> addScalar(byte[] key, byte[] scalar) {
        try {
            return Optional.of(library.privKeyTweakAdd(key, scalar));
        } catch (Secp256k1Exception e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<byte[]> addScalarToPublicKey(byte[] publicKey, byte[] scalar) {
        try {
            return Optional.of(library.pubKeyTweakAdd(publicKey, scalar));
        } catch (Secp256k1Exception e) {
            return Optional.empty();
        }
    }

    private boolean verifyLow(byte[] digest, byte[] signature, byte[] publicKey) {
        try {
            return library.verify(signature, digest, publicKey);
        } catch (Secp256k1Exception e) {
            return false;
        }
    }

    private static EcdsaSignature scalars(byte[] signature) {
        BigInteger r = new BigInteger(1, signature, 0, Hash32.SIZE);
        BigInteger s = new BigInteger(1, signature, Hash32.SIZE, Hash32.SIZE);
        return new EcdsaSignature(0, r, s);
    }
}
