package org.lifeboat.engine.source;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

/// A transaction receipt as claimed.
/// @param l1Fee the L1 part of the fee that OP Stack chains report (`l1Fee`)
public record ReceiptClaim(
        Hash32 transaction,
        Hash32 blockHash,
        long blockNumber,
        boolean succeeded,
        Gas gasUsed,
        Optional<Wei> effectiveGasPrice,
        Optional<Wei> l1Fee,
        Optional<Address> createdContract,
        List<LogClaim> logs) {
    public ReceiptClaim {
        logs = List.copyOf(logs);
    }
}
