package org.lifeboat.engine.storage;

import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;

/// One piece of evidence as bytes.
/// @param kind which format `content` has, with its version: `account-proof/1`
/// @param block the block that the content speaks of
public record StoredEvidence(String kind, ChainId chain, Address account, BlockRef block, Bytes content) {
    /// What tied a block of an L1 to a header that was final by the light client; worth nothing without the
    /// light client's own messages.
    public static final String L1_ANCHOR = "l1-anchor/1";

    /// The same to a header that was signed and not final yet.
    public static final String L1_ANCHOR_SIGNED = "l1-anchor-signed/1";

    public StoredEvidence {
        if (!kind.matches("[a-z0-9-]{1,40}/[0-9]{1,4}")) {
            throw new IllegalArgumentException("a kind is a name and a version, like account-proof/1");
        }
    }
}
