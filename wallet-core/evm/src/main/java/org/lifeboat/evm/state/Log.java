package org.lifeboat.evm.state;

import java.util.List;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// An event a contract wrote (LOG0 to LOG4).
public record Log(Address account, List<Hash32> topics, Bytes data) {
    public Log {
        topics = List.copyOf(topics);
    }
}
