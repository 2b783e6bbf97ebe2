package org.lifeboat.evm.transaction;

import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.state.Account;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.tx.Authorization;
import org.lifeboat.primitives.tx.SignedAuthorization;

/// Carries out a type 4 transaction's authorizations (EIP-7702, "Behavior"). One that does not hold is passed over.
final class Delegations {
    /// What comes back for an account that was there before.
    /// Source: EIP-7702, `PER_EMPTY_ACCOUNT_COST - PER_AUTH_BASE_COST`. Since: Prague.
    private static final long EXISTING_ACCOUNT_REFUND = 12_500;

    private final Secp256k1 curve;
    private final ChainId chain;
    private final WorldState state;

    Delegations(Secp256k1 curve, ChainId chain, WorldState state) {
        this.curve = curve;
        this.chain = chain;
        this.state = state;
    }

    void apply(SignedAuthorization signed) {
        Authorization authorization = signed.authorization();
        boolean elsewhere = authorization.chain().isPresent()
                && !authorization.chain().get().equals(chain);
        if (elsewhere || !signed.signature().isInRange() || !signed.signature().isLowS()) {
            return;
        }
        Optional<Address> signer = curve.recover(authorization.signingHash(), signed.signature());
        signer.ifPresent(address -> apply(authorization, state.account(address)));
    }

    private void apply(Authorization authorization, Account authority) {
        state.warm(authority);
        Code code = state.code(authority);
        boolean free = code.size() == 0 || code.isDelegation();
        if (!free || authority.nonce() != authorization.nonce().value()) {
            return;
        }
        if (authority.exists()) {
            state.addRefund(EXISTING_ACCOUNT_REFUND);
        }
        boolean takenBack = authorization.delegate().equals(Address.ZERO);
        state.setCode(authority, takenBack ? Code.EMPTY : Code.of(Code.delegationTo(authorization.delegate())));
        state.setNonce(authority, authority.nonce() + 1);
    }
}
