package org.lifeboat.engine.storage;

import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;

/// One piece of evidence as bytes.
/// @param kind which format `content` has, with its version: `account-proof/1`
/// @param block the block that the content speaks of
public record StoredEvidence(String kind, ChainId chain, Address account, BlockRef block, Bytes content) {
    public StoredEvidence {
        if (!kind.matches("[a-z0-9-]{1,40}/[0-9]{1,4}")) {
            throw new IllegalArgumentException("a kind is a name and a version, like account-proof/1");
        }
    }
}
