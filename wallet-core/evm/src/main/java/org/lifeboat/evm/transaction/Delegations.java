package org.lifeboat.evm.transaction;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.state.Account;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.tx.Authorization;
import org.lifeboat.primitives.tx.AuthorizationNumbers;
import org.lifeboat.primitives.tx.SignedAuthorization;

/// Carries out a type 4 transaction's authorizations (EIP-7702, "Behavior"). One that does not hold is passed
/// over.
final class Delegations {
    /// What comes back for an account that was there before.
    /// Source: EIP-7702, `PER_EMPTY_ACCOUNT_COST - PER_AUTH_BASE_COST`. Since: Prague.
    private static final long EXISTING_ACCOUNT_REFUND = 12_500;

    /// Source: EIP-2681: 2^64-1, unsigned; no account uses it.
    private static final long LAST_NONCE = -1;

    private final Secp256k1 curve;
    private final ChainId chain;
    private final WorldState state;

    Delegations(Secp256k1 curve, ChainId chain, WorldState state) {
        this.curve = curve;
        this.chain = chain;
        this.state = state;
    }

    void apply(SignedAuthorization signed) {
        AuthorizationNumbers numbers = signed.numbers();
        boolean here = numbers.chain().signum() == 0 || numbers.chain().equals(BigInteger.valueOf(chain.value()));
        boolean sound = signed.signature().isInRange() && signed.signature().isLowS() && numbers.yParity() <= 1;
        if (here && sound && numbers.nonce().longValue() != LAST_NONCE) {
            Optional<Address> signer = curve.recover(signed.signingHash(), signed.signature());
            signer.ifPresent(address -> apply(signed, state.account(address)));
        }
    }

    private void apply(SignedAuthorization signed, Account authority) {
        state.warm(authority);
        Code code = state.code(authority);
        boolean free = code.size() == 0 || code.isDelegation();
        if (!free || authority.nonce() != signed.numbers().nonce().longValue()) {
            return;
        }
        Authorization authorization = signed.authorization();
        if (authority.exists()) {
            state.addRefund(EXISTING_ACCOUNT_REFUND);
        }
        boolean takenBack = authorization.delegate().equals(Address.ZERO);
        state.setCode(authority, takenBack ? Code.EMPTY : Code.of(Code.delegationTo(authorization.delegate())));
        state.setNonce(authority, authority.nonce() + 1);
    }
}
