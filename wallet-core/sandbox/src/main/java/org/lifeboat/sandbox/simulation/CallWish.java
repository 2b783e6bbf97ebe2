package org.lifeboat.sandbox.simulation;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.AccessListEntry;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.sandbox.chain.SenderTransaction;
import org.lifeboat.sandbox.node.Call;

/// A call of a simulated block, which nobody signs.
/// @param to empty for a creation
/// @param nonce empty: the sender's next one
/// @param gas empty: as much as the block has left
/// @param gasPrice of the older types of transaction; empty: one with two prices
/// @param blobs empty: none
public record CallWish(
        Address from,
        Optional<Address> to,
        OptionalLong nonce,
        Optional<Gas> gas,
        Optional<Wei> gasPrice,
        Wei maxFee,
        Wei maxTip,
        Wei value,
        Bytes data,
        List<AccessListEntry> accessList,
        Optional<Call.Blobs> blobs) {
    /// Nobody's.
    private static final EcdsaSignature NONE = new EcdsaSignature(0, BigInteger.ZERO, BigInteger.ZERO);

    public CallWish {
        accessList = List.copyOf(accessList);
        if (blobs.isPresent() && to.isEmpty()) {
            throw new IllegalArgumentException("blobs go with no creation");
        }
    }

    SenderTransaction transaction(ChainId chain, long itsNonce, long limit) {
        Transaction transaction = unsigned(chain, new Nonce(itsNonce), new Gas(limit));
        Bytes encoded = new SignedTransaction(transaction, NONE).encoded();
        return new SenderTransaction(
                transaction, new SenderTransaction.Origin.Signed(NONE), encoded, Keccak256.hash(encoded), from);
    }

    private Transaction unsigned(ChainId chain, Nonce itsNonce, Gas limit) {
        if (blobs.isPresent()) {
            Call.Blobs sent = blobs.get();
            Address receiver = to.orElseThrow();
            return new Transaction.Blob(
                    chain,
                    itsNonce,
                    maxTip,
                    maxFee,
                    limit,
                    receiver,
                    value,
                    data,
                    accessList,
                    sent.maxFee(),
                    sent.hashes());
        }
        if (gasPrice.isEmpty()) {
            return new Transaction.DynamicFee(chain, itsNonce, maxTip, maxFee, limit, to, value, data, accessList);
        }
        return accessList.isEmpty()
                ? new Transaction.Legacy(Optional.of(chain), itsNonce, gasPrice.get(), limit, to, value, data)
                : new Transaction.AccessListTx(chain, itsNonce, gasPrice.get(), limit, to, value, data, accessList);
    }
}
