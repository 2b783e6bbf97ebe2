package org.lifeboat.engine.dispute;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.dispute.DisputeClaim;
import org.lifeboat.rollups.opstack.dispute.DisputeCredit;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;

/// A game as L1 has it at one look.
/// @param dispute empty for a kind that is not played so
/// @param settling what settles it, or a part of it, now
/// @param credit what the account has coming
/// @param own claims that the account has made in it, the root among them
record DisputeSight(
        Game game,
        Optional<DisputeGame> dispute,
        Optional<L1Call> settling,
        Optional<DisputeCredit> credit,
        List<DisputeClaim> own) {
    /// A settled claim's bond has all bits set. Source: FaultDisputeGame before 1.3, `_distributeBond`.
    private static final int MOST_BITS = 127;

    DisputeSight {
        own = List.copyOf(own);
    }

    /// Whether money of the account is in it.
    boolean isOwn() {
        return !own.isEmpty() || credit.filter(due -> !due.amount().isZero()).isPresent();
    }

    /// Whether there is money of the account to be got out of it, now or when it is over.
    boolean isInIt() {
        return game.status() == Game.Status.IN_PROGRESS
                ? !own.isEmpty()
                : credit.filter(due -> !due.amount().isZero()).isPresent();
    }

    /// What the account has put behind its claims, as far as they are not settled.
    Wei bonds() {
        return own.stream()
                .map(DisputeClaim::bond)
                .filter(bond -> bond.value().bitLength() <= MOST_BITS)
                .reduce(Wei.ZERO, Wei::plus);
    }
}
