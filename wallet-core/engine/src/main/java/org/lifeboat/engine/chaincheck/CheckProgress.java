package org.lifeboat.engine.chaincheck;

import java.util.Optional;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.L2Block;

/// How far a check has come.
/// @param from the block that it stands on
/// @param at the newest block that was run
/// @param to the block that is claimed
/// @param l1 the newest block of L1 whose reading was begun
public record CheckProgress(L2Block from, L2Block at, L2Block to, Optional<BlockRef> l1) {
    /// Of a hundred.
    public int percent() {
        long whole = to.number() - from.number();
        return whole <= 0 ? 0 : (int) ((at.number() - from.number()) * 100 / whole);
    }
}
