package org.lifeboat.sandbox.chain;

import java.util.Optional;
import org.lifeboat.crypto.TransactionSender;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.rollups.opstack.execution.DepositTransaction;

/// A transaction with what costs time to find out.
/// @param transaction of a deposit: its call, without a price
/// @param encoded as it is sent, or stands in its block
/// @param hash of `encoded`
/// @param from whose it is
public record SenderTransaction(Transaction transaction, Origin origin, Bytes encoded, Hash32 hash, Address from) {
    /// Why it counts as its sender's.
    public sealed interface Origin {
        record Signed(EcdsaSignature signature) implements Origin {}

        /// It came from L1, and the L2's rules demand it.
        /// @param nonce of the sender before it ran
        record Deposited(DepositTransaction deposit, long nonce) implements Origin {}
    }

    /// @return empty if no account can have signed it so that a chain takes it
    public static Optional<SenderTransaction> of(SignedTransaction signed, TransactionSender senders) {
        Bytes encoded = signed.encoded();
        return senders.of(signed)
                .map(from -> new SenderTransaction(
                        signed.transaction(),
                        new Origin.Signed(signed.signature()),
                        encoded,
                        Keccak256.hash(encoded),
                        from));
    }

    /// @param nonce of the sender before it ran
    public static SenderTransaction of(DepositTransaction deposit, long nonce) {
        Transaction call = new Transaction.Legacy(
                Optional.empty(),
                new Nonce(nonce),
                Wei.ZERO,
                deposit.gas(),
                deposit.to(),
                deposit.value(),
                deposit.data());
        Bytes encoded = deposit.encoded();
        return new SenderTransaction(
                call, new Origin.Deposited(deposit, nonce), encoded, Keccak256.hash(encoded), deposit.from());
    }

    /// Its number among the types of transactions (EIP-2718).
    public int type() {
        return switch (origin) {
            case Origin.Signed _ -> transaction.type();
            case Origin.Deposited _ -> DepositTransaction.TYPE;
        };
    }

    public long nonce() {
        return transaction.nonce().value();
    }
}
