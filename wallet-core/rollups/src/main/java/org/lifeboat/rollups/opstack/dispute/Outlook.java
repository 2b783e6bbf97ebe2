package org.lifeboat.rollups.opstack.dispute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.L1Time;

/// Who wins a contest if nobody moves any more, and how long that can still be changed. Source: optimism,
/// `src/dispute/FaultDisputeGame.sol`, `resolveClaim`: a claim falls if one that counters it stands.
final class Outlook {
    /// Nobody can change it any more.
    private static final long SETTLED = Long.MIN_VALUE;

    private final DisputeGame game;
    private final boolean[] falls;

    /// By claim: when its fate, as it is now, cannot be turned any more. Unit: Unix seconds.
    private final long[] turnsUntil;

    private Outlook(DisputeGame game) {
        this.game = game;
        this.falls = new boolean[game.claims().size()];
        this.turnsUntil = new long[game.claims().size()];
        // A claim stands behind the one that it counters, so its own fate is known first.
        game.claims().reversed().forEach(this::judge);
    }

    /// When the root has fallen if nobody speaks for it any more; empty where it stands.
    static Optional<L1Time> rootFallsAt(DisputeGame game) {
        if (game.numberChallenged()) {
            return Optional.of(game.now());
        }
        Outlook outlook = new Outlook(game);
        if (!outlook.falls[0]) {
            return Optional.empty();
        }
        return Optional.of(outlook.turnsUntil[0] == SETTLED ? game.now() : new L1Time(outlook.turnsUntil[0]));
    }

    /// What brings a claim down as the contest is now, and can still be countered; empty where the claim stands, or
    /// nobody can turn it any more.
    static List<DisputeClaim> against(DisputeGame game, DisputeClaim claim) {
        Outlook outlook = new Outlook(game);
        List<DisputeClaim> open = new ArrayList<>();
        if (claim.counteredBy().isEmpty()) {
            outlook.collect(claim, open);
        }
        return open;
    }

    /// Where a counter's own time is over, what was said against it may still be upheld.
    private void collect(DisputeClaim falling, List<DisputeClaim> open) {
        for (DisputeClaim counter : counters(falling)) {
            if (falls[counter.index()]) {
                continue;
            }
            if (game.canCounter(counter)) {
                open.add(counter);
            } else {
                counters(counter).forEach(upheld -> collect(upheld, open));
            }
        }
    }

    private List<DisputeClaim> counters(DisputeClaim claim) {
        return game.claims().stream()
                .filter(other -> other.parent().orElse(-1) == claim.index())
                .toList();
    }

    private void judge(DisputeClaim claim) {
        int own = claim.index();
        List<Integer> counters =
                counters(claim).stream().map(DisputeClaim::index).toList();
        falls[own] = claim.counteredBy().isPresent() || counters.stream().anyMatch(counter -> !falls[counter]);
        if (claim.counteredBy().isPresent()) {
            turnsUntil[own] = SETTLED;
        } else if (falls[own]) {
            turnsUntil[own] = counters.stream() // Each of them that stands has to be turned.
                    .filter(counter -> !falls[counter])
                    .mapToLong(counter -> turnsUntil[counter])
                    .min()
                    .orElseThrow();
        } else {
            turnsUntil[own] = counters.stream()
                    .mapToLong(counter -> turnsUntil[counter])
                    .reduce(game.countersUntil(claim).unixSeconds(), Math::max);
        }
    }
}
