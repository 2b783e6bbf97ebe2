package org.lifeboat.sandbox.node;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.AccessListEntry;
import org.lifeboat.primitives.tx.SignedAuthorization;
import org.lifeboat.primitives.tx.Transaction;

/// What a question would send, unsigned.
/// @param to empty for a creation
/// @param gas empty: as much as there is
/// @param maxFee empty: free, as if the block had no base fee
/// @param maxTip zero where `maxFee` is empty
/// @param authorizations EIP-7702; only with `to`
/// @param blobs EIP-4844; only with `to`, and without authorizations
public record Call(
        Address from,
        Optional<Address> to,
        Optional<Gas> gas,
        Optional<Wei> maxFee,
        Wei maxTip,
        Wei value,
        Bytes data,
        List<AccessListEntry> accessList,
        List<SignedAuthorization> authorizations,
        Optional<Blobs> blobs) {
    /// What is named of blobs; their content is nowhere.
    /// @param maxFee wei a blob gas; zero: free, as if blob gas cost nothing
    public record Blobs(List<Hash32> hashes, Wei maxFee) {
        public Blobs {
            hashes = List.copyOf(hashes);
        }
    }

    public Call {
        accessList = List.copyOf(accessList);
        authorizations = List.copyOf(authorizations);
        if (!authorizations.isEmpty() && to.isEmpty()) {
            throw new IllegalArgumentException("EIP-7702 transaction cannot be used to create contract");
        }
        if (blobs.isPresent() && to.isEmpty()) {
            throw new IllegalArgumentException("missing \"to\" in blob transaction");
        }
        if (blobs.isPresent() && !authorizations.isEmpty()) {
            throw new IllegalArgumentException("no type of transaction has both blobs and authorizations");
        }
    }

    /// One that lends nobody code and names no blobs.
    public Call(
            Address from,
            Optional<Address> to,
            Optional<Gas> gas,
            Optional<Wei> maxFee,
            Wei maxTip,
            Wei value,
            Bytes data,
            List<AccessListEntry> accessList) {
        this(from, to, gas, maxFee, maxTip, value, data, accessList, List.of(), Optional.empty());
    }

    Transaction transaction(ChainId chain, Gas limit) {
        Wei most = maxFee.orElse(Wei.ZERO);
        Nonce none = new Nonce(0);
        if (blobs.isPresent()) {
            Blobs named = blobs.get();
            Address callee = to.orElseThrow();
            return new Transaction.Blob(
                    chain, none, maxTip, most, limit, callee, value, data, accessList, named.maxFee(), named.hashes());
        }
        return to.filter(_ -> !authorizations.isEmpty())
                .<Transaction>map(callee -> new Transaction.SetCode(
                        chain, none, maxTip, most, limit, callee, value, data, accessList, authorizations))
                .orElseGet(() ->
                        new Transaction.DynamicFee(chain, none, maxTip, most, limit, to, value, data, accessList));
    }

    /// The same with another list.
    Call with(List<AccessListEntry> list) {
        return new Call(from, to, gas, maxFee, maxTip, value, data, list, authorizations, blobs);
    }
}
