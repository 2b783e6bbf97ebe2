package org.lifeboat.rollups.opstack;

import java.util.List;
import java.util.Map;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.L1Time;

/// What L1 says about one withdrawal, at one L1 block.
/// @param now the time of that block
/// @param paidOut whether the portal has called the target, whatever came of the call
/// @param proofs those that somebody has sent
/// @param games the newest roots and those that were asked for, the newest first
/// @param falling of the games that were proven against: those whose root is contested and falls at that time
/// unless somebody speaks for it
public record ExitFacts(
        L1Time now,
        Bridge bridge,
        boolean paidOut,
        List<Proof> proofs,
        List<Game> games,
        Map<Address, L1Time> falling) {
    public ExitFacts {
        proofs = List.copyOf(proofs);
        games = List.copyOf(games);
        falling = Map.copyOf(falling);
    }

    /// Where no contest is about to be lost.
    public ExitFacts(L1Time now, Bridge bridge, boolean paidOut, List<Proof> proofs, List<Game> games) {
        this(now, bridge, paidOut, proofs, games, Map.of());
    }
}
