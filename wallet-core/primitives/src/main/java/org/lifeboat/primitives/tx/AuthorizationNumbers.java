package org.lifeboat.primitives.tx;

import java.math.BigInteger;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.rlp.RlpWriter;

/// The numbers of an authorization as they stand in a transaction, where any stranger may have written them:
/// EIP-7702 lets a transaction stand whose authorizations nobody can use.
/// @param chain below 2^256; 0 means every chain
/// @param nonce below 2^64
/// @param yParity below 2^8; only 0 and 1 name a point
public record AuthorizationNumbers(BigInteger chain, BigInteger nonce, int yParity) {
    public AuthorizationNumbers {
        boolean inRange = chain.signum() >= 0
                && chain.bitLength() <= 256
                && nonce.signum() >= 0
                && nonce.bitLength() <= 64
                && yParity >= 0
                && yParity <= 255;
        if (!inRange) {
            throw new IllegalArgumentException("numbers that no transaction can hold");
        }
    }

    static AuthorizationNumbers of(Authorization authorization, EcdsaSignature signature) {
        long chain = authorization.chain().map(ChainId::value).orElse(0L);
        return new AuthorizationNumbers(
                BigInteger.valueOf(chain),
                BigInteger.valueOf(authorization.nonce().value()),
                signature.yParity());
    }

    void writeFields(RlpWriter writer, Address delegate) {
        writer.integer(chain).address(delegate).integer(nonce);
    }
}
