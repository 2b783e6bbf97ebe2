package org.lifeboat.engine.claims;

import java.util.Optional;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;

/// What a source said when it was asked for its chain id and newest block.
public sealed interface Head {
    Source source();

    /// A block to read at.
    /// @param header present if it hashes to the hash that the source named
    /// @param unverified why not, where it is absent
    record Usable(Source source, BlockRef block, Optional<BlockHeader> header, Optional<Note> unverified)
            implements Head {
        public Optional<Hash32> stateRoot() {
            return header.map(BlockHeader::stateRoot);
        }
    }

    record Lied(Source source, Contradiction contradiction) implements Head {}

    record Silent(Source source, Note reason) implements Head {}
}
