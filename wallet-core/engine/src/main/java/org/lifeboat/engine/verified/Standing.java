package org.lifeboat.engine.verified;

import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.primitives.BlockRef;

/// How far something rises that ran on the proven state of a block, by what is verified of that block. Pure.
public final class Standing {
    private Standing() {}

    /// @param ran of the run itself: without a mark nothing of it was proven, and it stays so
    /// @param verified of the block's own chain; what is below its heads without being one of them rises later
    public static Assurance of(BlockRef block, Assurance ran, Optional<SyncStatus> verified) {
        if (!ran.has(Assurance.Mark.MATCHED)) {
            return ran;
        }
        if (isAt(block, verified.flatMap(SyncStatus::finalized))) {
            return new Assurance(Assurance.Level.FINAL, Set.of());
        }
        return isAt(block, verified.flatMap(SyncStatus::attested))
                ? new Assurance(Assurance.Level.POSTED, Set.of())
                : ran;
    }

    private static boolean isAt(BlockRef block, Optional<VerifiedHead> head) {
        return head.filter(found -> found.block().equals(block)).isPresent();
    }
}
