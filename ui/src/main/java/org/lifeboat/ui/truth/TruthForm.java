package org.lifeboat.ui.truth;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.primitives.L2Block;

/// What is to be checked, as it is typed.
/// @param block a number, where one is asked for
/// @param genesis path of the file that the chain began with; empty: parts of its state come from its sources
public record TruthForm(Kind kind, String block, String genesis) {
    /// Which claim.
    public enum Kind {
        /// The newest root on L1.
        NEWEST,
        /// A block as the sources of the L2 have it, from what L1 treats as final.
        BLOCK,
        /// No claim: the chain as far as its data on L1 go. Takes the file that it began with.
        REMADE,
        /// One block alone, on top of the one before it as a source has it.
        SPOT;

        /// What can be checked.
        /// @param served whether a source of the L2 may be asked, who says what its blocks are
        static List<Kind> among(boolean served) {
            return served ? List.of(values()) : List.of(NEWEST, REMADE);
        }
    }

    /// @return empty where the block is no number from one on
    Optional<CheckWish> wish() {
        if (kind == Kind.NEWEST) {
            return Optional.of(new CheckWish.Newest());
        }
        if (kind == Kind.REMADE) {
            return Optional.of(new CheckWish.AsFarAsL1());
        }
        String digits = block.strip().replace(",", "");
        if (!digits.matches("[0-9]{1,18}") || Long.parseLong(digits) < 1) {
            return Optional.empty();
        }
        L2Block number = new L2Block(Long.parseLong(digits));
        return Optional.of(kind == Kind.SPOT ? new CheckWish.Spot(number) : new CheckWish.OfBlock(number));
    }
}
