package org.lifeboat.sandbox.node;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
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
public record Call(
        Address from,
        Optional<Address> to,
        Optional<Gas> gas,
        Optional<Wei> maxFee,
        Wei maxTip,
        Wei value,
        Bytes data,
        List<AccessListEntry> accessList,
        List<SignedAuthorization> authorizations) {
    public Call {
        accessList = List.copyOf(accessList);
        authorizations = List.copyOf(authorizations);
        if (!authorizations.isEmpty() && to.isEmpty()) {
            throw new IllegalArgumentException("EIP-7702 transaction cannot be used to create contract");
        }
    }

    /// One that lends nobody code.
    public Call(
            Address from,
            Optional<Address> to,
            Optional<Gas> gas,
            Optional<Wei> maxFee,
            Wei maxTip,
            Wei value,
            Bytes data,
            List<AccessListEntry> accessList) {
        this(from, to, gas, maxFee, maxTip, value, data, accessList, List.of());
    }

    Transaction transaction(ChainId chain, Gas limit) {
        Wei most = maxFee.orElse(Wei.ZERO);
        Nonce none = new Nonce(0);
        return to.filter(_ -> !authorizations.isEmpty())
                .<Transaction>map(callee -> new Transaction.SetCode(
                        chain, none, maxTip, most, limit, callee, value, data, accessList, authorizations))
                .orElseGet(() ->
                        new Transaction.DynamicFee(chain, none, maxTip, most, limit, to, value, data, accessList));
    }

    /// The same with another list.
    Call with(List<AccessListEntry> list) {
        return new Call(from, to, gas, maxFee, maxTip, value, data, list, authorizations);
    }
}
