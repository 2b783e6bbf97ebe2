package org.lifeboat.crypto.p256;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;

/// Verifies signatures on P-256 in the byte encoding of EIP-7951.
public final class P256 {
    /// hash, r, s, x, y. Source: EIP-7951, "Specification".
    public static final int INPUT_SIZE = 160;

    private static final int NUMBER = 32;
    private static final ECDomainParameters CURVE = curve();

    private P256() {}

    private static ECDomainParameters curve() {
        X9ECParameters named = CustomNamedCurves.getByName("secp256r1");
        return new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
    }

    /// @param input 160 bytes
    public static boolean verify(byte[] input) {
        BigInteger r = number(input, 1);
        BigInteger s = number(input, 2);
        BigInteger x = number(input, 3);
        BigInteger y = number(input, 4);
        BigInteger prime = CURVE.getCurve().getField().getCharacteristic();
        boolean inRange = isScalar(r) && isScalar(s) && x.compareTo(prime) < 0 && y.compareTo(prime) < 0;
        if (!inRange || (x.signum() == 0 && y.signum() == 0)) {
            return false;
        }
        ECPoint point = CURVE.getCurve().createPoint(x, y);
        if (!point.isValid()) {
            return false;
        }
        ECDSASigner verifier = new ECDSASigner();
        verifier.init(false, new ECPublicKeyParameters(point, CURVE));
        return verifier.verifySignature(Arrays.copyOf(input, NUMBER), r, s);
    }

    private static boolean isScalar(BigInteger number) {
        return number.signum() > 0 && number.compareTo(CURVE.getN()) < 0;
    }

    private static BigInteger number(byte[] input, int index) {
        return new BigInteger(1, Arrays.copyOfRange(input, NUMBER * index, NUMBER * (index + 1)));
    }
}
