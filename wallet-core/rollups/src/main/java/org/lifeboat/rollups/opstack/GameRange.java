package org.lifeboat.rollups.opstack;

import java.util.Optional;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;

/// What a game's claim is about: from which root, and by which block of L1 it must have been true.
/// @param start the root that the game stands on, which L1 treated as final when it was made; empty for kinds
/// that do not say it
/// @param l1Head hash of the newest L1 block that counts
public record GameRange(Optional<Bridge.AnchorRoot> start, Hash32 l1Head) {
    /// @return empty for a game of a form that is not known, or while the state lacks something
    static Optional<GameRange> of(Reads reads, Game game) {
        Optional<Hash32> root = reads.word(game.contract(), "startingRootHash()");
        Optional<Bridge.AnchorRoot> start = reads.small(game.contract(), "startingBlockNumber()")
                .flatMap(number -> root.map(known -> new Bridge.AnchorRoot(known, new L2Block(number))));
        return reads.word(game.contract(), "l1Head()").map(head -> new GameRange(start, head));
    }
}
