package org.lifeboat.primitives.tx;

import java.util.Optional;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.rlp.RlpWriter;

/// An authorization with the signature of the account that it is about. A chain skips one that does not
/// recover to an account with that nonce; the transaction stays valid.
/// @param beyond the numbers as written, where one of them is greater than `authorization` and `signature`
/// can hold; these have the greatest value that fits in its place. No account of a real chain gets there.
public record SignedAuthorization(
        Authorization authorization, EcdsaSignature signature, Optional<AuthorizationNumbers> beyond) {
    public SignedAuthorization(Authorization authorization, EcdsaSignature signature) {
        this(authorization, signature, Optional.empty());
    }

    /// Chain, nonce and parity exactly as written.
    public AuthorizationNumbers numbers() {
        return beyond.orElseGet(() -> AuthorizationNumbers.of(authorization, signature));
    }

    /// What was signed, with the numbers as written.
    public Hash32 signingHash() {
        Bytes fields = new RlpWriter()
                .list(writer -> numbers().writeFields(writer, authorization.delegate()))
                .toBytes();
        return Keccak256.hash(Bytes.of(Authorization.MAGIC).plus(fields));
    }
}
