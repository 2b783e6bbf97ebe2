package org.lifeboat.primitives.tx;

/// An authorization with the signature of the account that it is about. A chain skips one that does not recover to an
/// account with that nonce; the transaction stays valid.
public record SignedAuthorization(Authorization authorization, EcdsaSignature signature) {}
