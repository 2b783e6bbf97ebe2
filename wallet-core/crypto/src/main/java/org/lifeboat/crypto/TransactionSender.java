package org.lifeboat.crypto;

import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.tx.SignedAuthorization;
import org.lifeboat.primitives.tx.SignedTransaction;

/// Says which account signed a transaction or an authorization.
public final class TransactionSender {
    private final Secp256k1 curve;

    public TransactionSender(Secp256k1 curve) {
        this.curve = curve;
    }

    /// @return empty if no account can have signed it so that a chain takes it: out of range, or high s (EIP-2)
    public Optional<Address> of(SignedTransaction signed) {
        return signed.signature().isLowS()
                ? curve.recover(signed.transaction().signingHash(), signed.signature())
                : Optional.empty();
    }

    /// @return the account that would be delegated; empty if a chain would skip it (EIP-7702, "Behavior")
    public Optional<Address> of(SignedAuthorization signed) {
        return signed.beyond().isEmpty() && signed.signature().isLowS()
                ? curve.recover(signed.signingHash(), signed.signature())
                : Optional.empty();
    }
}
