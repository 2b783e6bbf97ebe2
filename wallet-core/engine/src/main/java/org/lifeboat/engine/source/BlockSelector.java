package org.lifeboat.engine.source;

import org.lifeboat.primitives.Hash32;

/// Which block a question is about.
public sealed interface BlockSelector {
    /// A named block: what the source takes for it.
    record Tag(Name name) implements BlockSelector {}

    record AtNumber(long number) implements BlockSelector {
        public AtNumber {
            if (number < 0) {
                throw new IllegalArgumentException("negative block number");
            }
        }
    }

    /// By hash (EIP-1898): the only form under which two back ends behind one address cannot mix their heads.
    record ByHash(Hash32 hash) implements BlockSelector {}

    BlockSelector LATEST = new Tag(Name.LATEST);
    BlockSelector PENDING = new Tag(Name.PENDING);
    BlockSelector SAFE = new Tag(Name.SAFE);
    BlockSelector FINALIZED = new Tag(Name.FINALIZED);
    BlockSelector EARLIEST = new Tag(Name.EARLIEST);

    enum Name {
        EARLIEST,
        FINALIZED,
        SAFE,
        LATEST,
        PENDING
    }
}
