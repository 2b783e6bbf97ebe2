package org.lifeboat.vault.signing;

import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;

/// Everything that a key of this wallet can be asked to sign.
public sealed interface SigningRequest
        permits TransactionRequest, TypedDataRequest, MessageRequest, AuthorizationRequest {
    /// The chain on which the signature is meant to work; empty where it names none.
    Optional<ChainId> chain();

    /// What the signature will be over; known by it, never signed from it.
    Hash32 digest();

    /// This request in words, for the account that would sign it.
    Description describe(Address signer, Facts facts);

    /// Whether one confirmation is not enough, because something in it is dangerous or not understood.
    default boolean needsSecondConfirmation() {
        return describe(Address.ZERO, Facts.NONE).needsSecondConfirmation();
    }
}
