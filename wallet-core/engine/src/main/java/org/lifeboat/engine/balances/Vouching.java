package org.lifeboat.engine.balances;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.block.BlockHeader;

/// Raises figures by what is verified of L1. Implemented by [org.lifeboat.engine.anchor.Anchors].
public interface Vouching {
    /// Keeps the proofs of a refresh, and raises whatever L1 vouches for by now: readings of a higher level
    /// are then in the store. May ask the network's sources; never throws for what they do.
    /// @param again proves the same at an older block
    void take(Network network, Collection<BalanceProof> proofs, Again again);

    /// As [#take(Network, Collection, Again)], where nothing was read just now.
    default void take(Network network) {
        take(network, List.of(), Again.NEVER);
    }

    /// Whoever was read can be read once more.
    @FunctionalInterface
    interface Again {
        Again NEVER = _ -> List.of();

        /// @param block of the network, known to be on its chain
        /// @return what is proven under its header; nothing where the source keeps no state so old
        Collection<BalanceProof> at(BlockHeader block);
    }

    /// When what was read at a block is final at the earliest, for blocks of a rollup that L1 vouches for, as far as
    /// the times of their roots were read. Asks nobody.
    default Map<BlockRef, Instant> finalFrom(Network network) {
        return Map.of();
    }

    /// No light client: nothing rises.
    Vouching NOBODY = (_, _, _) -> {};
}
