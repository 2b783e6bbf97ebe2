package org.lifeboat.ui.truth;

import java.util.Optional;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.primitives.L2Block;

/// What is to be checked, as it is typed.
/// @param block a number, where one is asked for
public record TruthForm(Kind kind, String block) {
    /// Which claim.
    public enum Kind {
        /// The newest root on L1.
        NEWEST,
        /// A block as the sources of the L2 have it, from what L1 treats as final.
        BLOCK,
        /// One block alone, on top of the one before it as a source has it.
        SPOT
    }

    /// @return empty where the block is no number from one on
    Optional<CheckWish> wish() {
        if (kind == Kind.NEWEST) {
            return Optional.of(new CheckWish.Newest());
        }
        String digits = block.strip().replace(",", "");
        if (!digits.matches("[0-9]{1,18}") || Long.parseLong(digits) < 1) {
            return Optional.empty();
        }
        L2Block number = new L2Block(Long.parseLong(digits));
        return Optional.of(kind == Kind.SPOT ? new CheckWish.Spot(number) : new CheckWish.OfBlock(number));
    }
}
