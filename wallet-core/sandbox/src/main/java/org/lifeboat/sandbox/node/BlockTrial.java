package org.lifeboat.sandbox.node;

import java.util.List;
import java.util.Optional;
import org.lifeboat.evm.block.Requests;
import org.lifeboat.evm.transaction.InvalidReason;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.sandbox.chain.BlockBuilder;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.chain.SenderTransaction;
import org.lifeboat.sandbox.pool.Selection;

/// What came of a block that was made to be looked at.
public sealed interface BlockTrial {
    /// @param requests what it asks of the beacon chain
    record Built(SealedBlock block, Requests requests) implements BlockTrial {}

    /// One of the transactions cannot stand in it.
    record Refused(InvalidReason reason) implements BlockTrial {}

    /// All of these, in this order.
    static BlockTrial of(BlockBuilder builder, List<SenderTransaction> chosen) {
        for (SenderTransaction each : chosen) {
            Optional<InvalidReason> reason = builder.add(each);
            if (reason.isPresent()) {
                return new Refused(reason.get());
            }
        }
        return sealed(builder);
    }

    /// Those of the pool that fit, without those that have blobs.
    static BlockTrial of(BlockBuilder builder, Selection selection) {
        for (Optional<SenderTransaction> next = selection.next(); next.isPresent(); next = selection.next()) {
            boolean blobs = next.get().transaction() instanceof Transaction.Blob;
            if (!blobs && builder.add(next.get()).isEmpty()) {
                selection.taken();
            } else {
                selection.passedOver();
            }
        }
        return sealed(builder);
    }

    private static BlockTrial sealed(BlockBuilder builder) {
        Requests requests = builder.end();
        return new Built(builder.seal(requests), requests);
    }
}
