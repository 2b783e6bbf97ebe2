package org.lifeboat.rollups.opstack;

import java.util.Optional;
import org.lifeboat.primitives.L1Time;

/// A posted root as one that a withdrawal could be proven against.
/// @param refusal why it cannot be; empty where the bridge takes a proof against it now
/// @param passed whether the newest root that L1 treats as final is of this block or a later one
/// @param payable when it could be paid out at the earliest, were it proven in the block that was read; empty where
/// that is not known, as while somebody contests the root
/// @param recommended whether the wallet takes this one by itself
public record RootChoice(
        Game game,
        RootMarks marks,
        Optional<Refusal> refusal,
        Risk risk,
        Checked checked,
        boolean passed,
        Optional<L1Time> payable,
        boolean recommended) {
    /// Why nothing can be proven against it, the first that holds.
    public enum Refusal {
        /// Not of the kind that counted when it was made, or of one that is not read here.
        OTHER_KIND,
        /// Its contest is lost.
        LOST,
        BLACKLISTED,
        RETIRED,
        /// The bridge does not count it, for another reason.
        NOT_COUNTED,
        /// Its block is before the withdrawal's.
        DOES_NOT_COVER,
        /// It stands in the newest block of L1 and counts from the next one on.
        TOO_NEW,
        /// This computer has recomputed another root for its block.
        RECOMPUTED_OTHERWISE,
        /// It is contested as well, and what was proven against is about to fall for that.
        CONTESTED_TOO
    }

    /// What can become of it.
    public enum Risk {
        /// Somebody speaks against it: it can be lost.
        CONTESTED,
        /// Nobody does yet.
        OPEN,
        /// An output that can still be deleted.
        DELETABLE,
        /// Its time is over: only the bridge's guardian can still strike it out.
        RESOLVED
    }

    /// What this computer knows of it by itself.
    public enum Checked {
        /// It has recomputed the same root from the chain's data.
        SAME,
        /// It has recomputed another one.
        OTHER,
        NOT_CHECKED
    }

    /// Where it stands; empty for one that was met by its address alone.
    public Optional<RootPlace> place() {
        return game.index().map(index -> new RootPlace(index, game.root()));
    }
}
