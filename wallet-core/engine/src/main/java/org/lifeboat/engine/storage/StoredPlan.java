package org.lifeboat.engine.storage;

import java.time.Instant;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;

/// A long process of the user's as bytes: what is wanted, and what was found out on the way.
/// @param kind which format `content` has, with its version: `op-exit/1`
/// @param chain the one that the money leaves or enters, not the L1 under it
/// @param changedAt by the computer's clock
public record StoredPlan(
        String kind, ChainId chain, Address account, Bytes content, Instant begunAt, Instant changedAt) {
    public StoredPlan {
        if (!kind.matches("[a-z0-9-]{1,40}/[0-9]{1,4}")) {
            throw new IllegalArgumentException("a kind is a name and a version, like op-exit/1");
        }
    }
}
