package org.lifeboat.engine.dispute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.send.Pending;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;

/// Bonds that arrived where their game stood no more: a move is in a block, and there is no claim of it. Pure.
final class LostBonds {
    private LostBonds() {}

    /// @param own what was signed for the plan
    /// @param sight of the game; empty where L1 has none at its address
    /// @param read the number of the L1 block that shows that; what came later it cannot show
    static Wei in(List<Pending> own, Optional<DisputeSight> sight, long read) {
        if (sight.filter(seen -> seen.dispute().isEmpty()).isPresent()) {
            return Wei.ZERO;
        }
        List<String> standing = new ArrayList<>(sight.map(LostBonds::moves).orElse(List.of()));
        return own.stream()
                .map(Pending::transaction)
                .filter(one -> isMovedBy(one, read))
                .filter(one -> !standing.remove(one.note().split(": ", 2)[1]))
                .map(one -> new Wei(one.units()))
                .reduce(Wei.ZERO, Wei::plus);
    }

    private static boolean isMovedBy(OwnTransaction one, long read) {
        return one.kind() != OwnTransaction.Kind.CANCEL
                && one.status() instanceof Status.Mined(var block)
                && block.number() <= read
                && DisputeStep.named(one.note())
                        .filter(DisputeStep.MOVE::equals)
                        .isPresent();
    }

    /// The moves that the account's claims came from, as notes name them; of two alike each once.
    private static List<String> moves(DisputeSight sight) {
        DisputeGame dispute = sight.dispute().orElseThrow();
        return sight.own().stream()
                .filter(claim -> claim.parent().isPresent())
                .map(claim -> DisputeStep.about(claim.parent().getAsInt(), dispute.isAttack(claim)))
                .map(about -> DisputeStep.MOVE.word() + " " + about)
                .toList();
    }
}
