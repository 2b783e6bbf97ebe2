package org.lifeboat.rollups.opstack;

import java.util.List;
import org.lifeboat.primitives.L1Time;

/// What L1 says about one withdrawal, at one L1 block.
/// @param now the time of that block
/// @param paidOut whether the portal has called the target, whatever came of the call
/// @param proofs those that somebody has sent
/// @param games the newest roots, the newest first
public record ExitFacts(L1Time now, Bridge bridge, boolean paidOut, List<Proof> proofs, List<Game> games) {
    public ExitFacts {
        proofs = List.copyOf(proofs);
        games = List.copyOf(games);
    }
}
