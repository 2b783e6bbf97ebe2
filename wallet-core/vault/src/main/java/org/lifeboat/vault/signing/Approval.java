package org.lifeboat.vault.signing;

import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;

/// The user's yes to one description: good for that request and that account, and nothing else.
public final class Approval {
    private final Address signer;
    private final Hash32 digest;
    private final boolean confirmedTwice;

    Approval(Address signer, Hash32 digest, boolean confirmedTwice) {
        this.signer = signer;
        this.digest = digest;
        this.confirmedTwice = confirmedTwice;
    }

    /// The user was asked a second time, after the danger was named, and agrees again.
    public Approval confirmAgain() {
        return new Approval(signer, digest, true);
    }

    boolean isFor(SigningRequest request, Address account) {
        return signer.equals(account) && digest.equals(request.digest());
    }

    boolean confirmedTwice() {
        return confirmedTwice;
    }
}
