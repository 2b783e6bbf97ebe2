package org.lifeboat.engine.dispute;

import java.util.Optional;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.dispute.DisputeCredit;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;

/// A game as L1 has it at one look.
/// @param dispute empty for a kind that is not played so
/// @param settling what settles it, or a part of it, now
/// @param credit what the account has coming
record DisputeSight(
        Game game, Optional<DisputeGame> dispute, Optional<L1Call> settling, Optional<DisputeCredit> credit) {}
