package org.lifeboat.engine.balances;

import java.util.Collection;
import org.lifeboat.engine.network.Network;

/// Raises figures by what is verified of L1. Implemented by [org.lifeboat.engine.anchor.Anchors].
public interface Vouching {
    /// Keeps the proofs of a refresh, and raises whatever L1 vouches for by now: readings of a higher level
    /// are then in the store. May ask the network's sources; never throws for what they do.
    void take(Network network, Collection<BalanceProof> proofs);

    /// No light client: nothing rises.
    Vouching NOBODY = (_, _) -> {};
}
