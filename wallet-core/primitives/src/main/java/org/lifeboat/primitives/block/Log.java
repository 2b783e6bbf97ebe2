package org.lifeboat.primitives.block;

import java.util.List;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// An event that a contract wrote.
/// @param topics up to four words that can be searched for; the first is mostly the event's signature
public record Log(Address contract, List<Hash32> topics, Bytes data) {
    public Log {
        topics = List.copyOf(topics);
    }
}
