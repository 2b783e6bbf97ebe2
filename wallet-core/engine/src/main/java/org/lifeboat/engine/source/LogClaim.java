package org.lifeboat.engine.source;

import java.util.List;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// One event log as claimed.
public record LogClaim(
        Address emitter,
        List<Hash32> topics,
        Bytes data,
        long blockNumber,
        Hash32 blockHash,
        Hash32 transaction,
        long logIndex) {
    public LogClaim {
        topics = List.copyOf(topics);
    }
}
