package org.lifeboat.sandbox.beacon;

import java.util.Locale;

/// What a beacon face can be told to do. One at a time.
public enum Trick {
    HONEST,
    /// Messages are signed, and bootstraps filled, by a committee that is not the chain's.
    WRONG_COMMITTEE,
    /// Just fewer than two thirds of the committee sign.
    TOO_FEW_SIGNATURES,
    /// The message says that all have signed; half of them have.
    FALSE_BITS,
    /// Signed for another fork's version than that of the slot.
    WRONG_FORK,
    /// Messages name a fork that nobody has heard of.
    UNKNOWN_FORK,
    /// The head and the finalised block of a whole period ago, both rightly signed then.
    STALE_HEAD,
    /// The committee signs another block at the newest slot than other faces show.
    EQUIVOCATION,
    /// The newest block, rightly signed, but with an older block as the final one.
    FINALITY_BACKWARDS,
    /// The final block is another than the chain's at that slot, and the committee signs that too.
    FINALITY_EQUIVOCATION,
    /// A block of a slot a period ahead, rightly signed.
    FUTURE,
    /// As [#FUTURE], and signed by another committee.
    FALSE_FUTURE,
    /// The execution part belongs to another block.
    SWAPPED_EXECUTION,
    /// The next committee is not the one in the signed state.
    SWAPPED_NEXT_COMMITTEE,
    /// Bodies without an end.
    OVERSIZED,
    /// Bodies that end in the middle.
    CUT_OFF,
    /// Bodies that are neither JSON nor SSZ.
    GARBAGE,
    /// HTTP 500 for everything.
    BROKEN,
    /// HTTP 404 for everything: nothing is there, nothing is final.
    NOTHING_THERE,
    /// Blocks have no blobs.
    NO_BLOBS,
    /// Blobs with another byte than the true ones.
    FALSE_BLOBS;

    /// As it is named from outside.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
