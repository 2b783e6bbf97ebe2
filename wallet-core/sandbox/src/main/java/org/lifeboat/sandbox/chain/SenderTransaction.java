package org.lifeboat.sandbox.chain;

import java.util.Optional;
import org.lifeboat.crypto.TransactionSender;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;

/// A signed transaction with what costs time to find out.
/// @param encoded as it is sent
/// @param hash of `encoded`
/// @param from whose signature it is
public record SenderTransaction(SignedTransaction signed, Bytes encoded, Hash32 hash, Address from) {
    /// @return empty if no account can have signed it so that a chain takes it
    public static Optional<SenderTransaction> of(SignedTransaction signed, TransactionSender senders) {
        Bytes encoded = signed.encoded();
        return senders.of(signed).map(from -> new SenderTransaction(signed, encoded, Keccak256.hash(encoded), from));
    }

    public Transaction transaction() {
        return signed.transaction();
    }

    public long nonce() {
        return transaction().nonce().value();
    }
}
