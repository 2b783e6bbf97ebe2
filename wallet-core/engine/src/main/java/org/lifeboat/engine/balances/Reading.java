package org.lifeboat.engine.balances;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.token.Token;

/// What one source's answers came to, for all positions of a network at one block.
sealed interface Reading {
    /// @param figures per position that could be read
    /// @param proofs per position whose figure was proven under the header that was named
    /// @param problems per position that could not
    /// @param absent tokens that provably have no contract here; their positions are in neither map
    /// @param wantsAnother proofs were wanted and not had; another source may do better
    record Done(
            Map<Position, Figure.Known> figures,
            Map<Position, BalanceProof> proofs,
            Map<Position, Note> problems,
            Set<Token> absent,
            boolean wantsAnother)
            implements Reading {
        int matched() {
            return (int) figures.values().stream()
                    .filter(figure -> !figure.assurance().marks().isEmpty())
                    .count();
        }

        boolean betterThan(Done other) {
            return figures.size() != other.figures.size()
                    ? figures.size() > other.figures.size()
                    : matched() > other.matched();
        }
    }

    /// Something was disproven: nothing this source said is used.
    record Lied(List<Contradiction> contradictions) implements Reading {
        /// Whether to ask once more before the source is called a liar.
        boolean onlyUnfitProofs() {
            return contradictions.stream().allMatch(Contradiction::isUnfitProof);
        }
    }

    /// The source does not answer about this block at all.
    record Failed(Note reason) implements Reading {}

    /// The block at this height became another one while it was read.
    record Moved() implements Reading {}
}
