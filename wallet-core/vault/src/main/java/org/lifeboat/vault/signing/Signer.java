package org.lifeboat.vault.signing;

import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.primitives.tx.SignedAuthorization;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.vault.Secret;

/// Signs requests that were described and approved.
public final class Signer {
    private final Secp256k1 curve;

    public Signer(Secp256k1 curve) {
        this.curve = curve;
    }

    /// @param key the private key of `account`; not kept
    /// @throws IllegalStateException if the signature does not recover to `account`: a fault of this computer
    /// or of this program, after which nothing more may be signed
    public Signing sign(SigningRequest request, Address account, Secret key, Approval approval) {
        if (!approval.isFor(request, account)) {
            return new Signing.NotApproved();
        }
        if (request.needsSecondConfirmation() && !approval.confirmedTwice()) {
            return new Signing.ConfirmAgain();
        }
        Hash32 digest = request.digest();
        EcdsaSignature signature = key.with(bytes -> curve.sign(digest.toArray(), bytes));
        if (!signature.isLowS() || !curve.recover(digest, signature).equals(Optional.of(account))) {
            throw new IllegalStateException("the signature does not belong to " + account);
        }
        return new Signing.Done(
                switch (request) {
                    case TransactionRequest sent ->
                        new Signed.Sendable(new SignedTransaction(sent.transaction(), signature));
                    case AuthorizationRequest(var authorization) ->
                        new Signed.Delegation(new SignedAuthorization(authorization, signature));
                    case TypedDataRequest _, MessageRequest _ -> new Signed.Statement(digest, signature);
                });
    }
}
