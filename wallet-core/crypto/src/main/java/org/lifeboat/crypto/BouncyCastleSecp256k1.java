package org.lifeboat.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.tx.EcdsaSignature;

/// Pure Java, for systems without the native library, and as the second opinion in tests.
///
/// **What it leaves behind:** Java's `BigInteger` cannot be wiped. Until the garbage collector has run over
/// them, the heap holds the key (in [#publicKey], [#sign], [#addScalar]), the deterministic nonce of a
/// signature, and the sums computed from them; Bouncy Castle's tables hold multiples of public points only.
/// Its multiplication by a secret is blinded against neither caches nor timing as well as the native one is.
final class BouncyCastleSecp256k1 implements Secp256k1Backend {
    private static final int WORD = 32;

    private final ECDomainParameters curve;

    BouncyCastleSecp256k1() {
        X9ECParameters parameters = CustomNamedCurves.getByName("secp256k1");
        curve = new ECDomainParameters(parameters);
    }

    @Override
    public String name() {
        return "Bouncy Castle";
    }

    @Override
    public boolean isValidKey(byte[] key) {
        BigInteger scalar = new BigInteger(1, key);
        return scalar.signum() > 0 && scalar.compareTo(curve.getN()) < 0;
    }

    @Override
    public byte[] publicKey(byte[] key) {
        return ECAlgorithms.multiplySecret(curve.getG(), new BigInteger(1, key)).getEncoded(false);
    }

    @Override
    public byte[] sign(byte[] digest, byte[] key) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(new BigInteger(1, key), curve));
        BigInteger[] scalars = signer.generateSignature(digest);
        EcdsaSignature found = new EcdsaSignature(0, scalars[0], scalars[1]);
        BigInteger low = found.isLowS() ? found.s() : curve.getN().subtract(found.s());
        byte[] signature = Arrays.copyOf(Hash32.ofNumber(found.r()).toArray(), 2 * WORD);
        System.arraycopy(Hash32.ofNumber(low).toArray(), 0, signature, WORD, WORD);
        return signature;
    }

    @Override
    public boolean verify(byte[] digest, byte[] signature, byte[] publicKey) {
        ECDSASigner signer = new ECDSASigner();
        signer.init(false, new ECPublicKeyParameters(curve.getCurve().decodePoint(publicKey), curve));
        return signer.verifySignature(digest, word(signature, 0), word(signature, WORD));
    }

    /// SEC 1 version 2, section 4.1.6: `Q = r^-1 (sR - eG)`.
    @Override
    public Optional<byte[]> recover(byte[] digest, byte[] signature, int yParity) {
        BigInteger r = word(signature, 0);
        BigInteger s = word(signature, WORD);
        if (!new EcdsaSignature(yParity, r, s).isInRange()) {
            return Optional.empty();
        }
        byte[] compressed = new byte[1 + WORD];
        compressed[0] = (byte) (2 + yParity);
        System.arraycopy(signature, 0, compressed, 1, WORD);
        BigInteger inverse = r.modInverse(curve.getN());
        BigInteger digestShare =
                new BigInteger(1, digest).negate().multiply(inverse).mod(curve.getN());
        BigInteger pointShare = s.multiply(inverse).mod(curve.getN());
        return point(compressed)
                .map(nonce -> ECAlgorithms.sumOfTwoMultiplies(curve.getG(), digestShare, nonce, pointShare))
                .flatMap(BouncyCastleSecp256k1::encode);
    }

    @Override
    public Optional<byte[]> decompress(byte[] encoded) {
        return point(encoded).flatMap(BouncyCastleSecp256k1::encode);
    }

    @Override
    public Optional<byte[]> addScalar(byte[] key, byte[] scalar) {
        BigInteger more = new BigInteger(1, scalar);
        BigInteger sum = new BigInteger(1, key).add(more).mod(curve.getN());
        if (more.compareTo(curve.getN()) >= 0 || sum.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(Hash32.ofNumber(sum).toArray());
    }

    @Override
    public Optional<byte[]> addScalarToPublicKey(byte[] publicKey, byte[] scalar) {
        BigInteger more = new BigInteger(1, scalar);
        if (more.compareTo(curve.getN()) >= 0) {
            return Optional.empty();
        }
        ECPoint sum = curve.getCurve().decodePoint(publicKey).add(curve.getG().multiply(more));
        return encode(sum);
    }

    private Optional<ECPoint> point(byte[] encoded) {
        try {
            return Optional.of(curve.getCurve().decodePoint(encoded));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> encode(ECPoint point) {
        return point.isInfinity() ? Optional.empty() : Optional.of(point.getEncoded(false));
    }

    private static BigInteger word(byte[] signature, int offset) {
        return new BigInteger(1, signature, offset, WORD);
    }
}
