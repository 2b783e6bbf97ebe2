package org.lifeboat.vault.signing;

import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.primitives.tx.SignedAuthorization;
import org.lifeboat.primitives.tx.SignedTransaction;

/// What came out of signing; each was recovered to the account before it was handed out.
public sealed interface Signed {
    /// Ready to be sent.
    record Sendable(SignedTransaction transaction) implements Signed {}

    /// A signature over a message or typed data.
    record Statement(Hash32 digest, EcdsaSignature signature) implements Signed {
        /// The 65 bytes that contracts and websites expect: r, s, and 27 or 28.
        public Bytes encoded() {
            Bytes r = Bytes.of(Hash32.ofNumber(signature.r()).toArray());
            Bytes s = Bytes.of(Hash32.ofNumber(signature.s()).toArray());
            return r.plus(s).plus(Bytes.of((byte) (27 + signature.yParity())));
        }
    }

    /// An authorization that a type 4 transaction can carry.
    record Delegation(SignedAuthorization authorization) implements Signed {}
}
