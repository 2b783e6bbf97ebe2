package org.lifeboat.engine.exit;

import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.sync.VerifiedHead;

/// A block of L1 to read at.
/// @param head that it has to be; empty: the newest that the source names
/// @param worth of what is proven there
record ReadAt(Optional<VerifiedHead> head, Assurance worth) {
    /// The source's own newest block: that it is the network's is the source's word.
    static final ReadAt NEWEST = new ReadAt(Optional.empty(), Assurance.MATCHED);

    /// Signed by a committee; it can still be reorganised.
    static ReadAt signed(VerifiedHead head) {
        return new ReadAt(Optional.of(head), new Assurance(Assurance.Level.POSTED, Set.of()));
    }

    static ReadAt settled(VerifiedHead head) {
        return new ReadAt(Optional.of(head), new Assurance(Assurance.Level.FINAL, Set.of()));
    }

    BlockSelector block() {
        return head.<BlockSelector>map(
                        wanted -> new BlockSelector.ByHash(wanted.block().hash()))
                .orElse(BlockSelector.LATEST);
    }
}
