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
import org.lifeboat.primitives.tx.Transaction;

/// What a question would send, unsigned.
/// @param to empty for a creation
/// @param gas empty: as much as there is
/// @param maxFee empty: free, as if the block had no base fee
/// @param maxTip zero where `maxFee` is empty
public record Call(
        Address from,
        Optional<Address> to,
        Optional<Gas> gas,
        Optional<Wei> maxFee,
        Wei maxTip,
        Wei value,
        Bytes data,
        List<AccessListEntry> accessList) {
    public Call {
        accessList = List.copyOf(accessList);
    }

    Transaction transaction(ChainId chain, Gas limit) {
        return new Transaction.DynamicFee(
                chain, new Nonce(0), maxTip, maxFee.orElse(Wei.ZERO), limit, to, value, data, accessList);
    }

    /// The same with another list.
    Call with(List<AccessListEntry> list) {
        return new Call(from, to, gas, maxFee, maxTip, value, data, list);
    }
}
