package org.lifeboat.rollups.opstack.dispute;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.GameRange;

/// A contest as it stands at one L1 block.
/// @param maxDepth of the whole tree
/// @param splitDepth down to which claims are output roots
/// @param maxClock how long one side may take altogether
/// @param extension what a side has left at least after a move
/// @param claims all, oldest first; a claim stands behind the one that it counters
/// @param bonds for a claim, by its depth, from 0 to `splitDepth + 1`
/// @param numberChallenged whether somebody has shown that the block's number is false
/// @param now the time of the L1 block
public record DisputeGame(
        Game game,
        GameRange range,
        int maxDepth,
        int splitDepth,
        Duration maxClock,
        Duration extension,
        List<DisputeClaim> claims,
        List<Wei> bonds,
        boolean numberChallenged,
        L1Time now) {
    public DisputeGame {
        claims = List.copyOf(claims);
        bonds = List.copyOf(bonds);
        if (claims.isEmpty() || splitDepth < 1 || maxDepth <= splitDepth || bonds.size() != splitDepth + 2) {
            throw new IllegalArgumentException("no game of this form");
        }
    }

    /// When the side that could counter a claim has no time left: until just before, it can be countered;
    /// from then on it can be settled. Source: `getChallengerDuration`.
    public L1Time countersUntil(DisputeClaim claim) {
        Duration already = claim.parent().isPresent()
                ? claims.get(claim.parent().getAsInt()).used()
                : Duration.ZERO;
        Duration left = maxClock.minus(already);
        return claim.madeAt().plus(left.isNegative() ? Duration.ZERO : left);
    }

    /// Whether a claim says that the one that it counters is wrong; not so of the root.
    public boolean isAttack(DisputeClaim claim) {
        return claim.parent().isPresent()
                && claim.position()
                        .equals(claims.get(claim.parent().getAsInt()).position().attack());
    }

    /// Whether a claim can still be countered in a block after `now`.
    public boolean canCounter(DisputeClaim claim) {
        return game.status() == Game.Status.IN_PROGRESS && now.isBefore(countersUntil(claim));
    }

    /// When the root has fallen if nobody speaks for it any more; empty where it stands as the contest is now. A
    /// contest that has only begun looks so until the root is answered for.
    public Optional<L1Time> rootFallsAt() {
        return Outlook.rootFallsAt(this);
    }

    /// What brings a claim down unless somebody counters it in time; empty where the claim stands as the contest is
    /// now,
    /// or nobody can turn it any more.
    public List<DisputeClaim> against(DisputeClaim claim) {
        return Outlook.against(this, claim);
    }

    /// When the last clock that still runs is over, if nobody moves any more.
    public L1Time settlesAt() {
        return claims.stream()
                .map(this::countersUntil)
                .max((one, other) -> Long.compare(one.unixSeconds(), other.unixSeconds()))
                .orElseThrow();
    }
}
