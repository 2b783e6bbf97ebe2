package org.lifeboat.engine.exit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The steps of a withdrawal with the earliest time of each, if it is begun now. Pure.
public final class Ladder {
    /// Until when an L2 has what L1 puts into it, where its sequencer is silent: 3,600 L1 blocks of 12 s.
    /// Source: superchain-registry, standard rollup configuration, `seq_window_size`; a chain may set another.
    public static final Duration SEQUENCING_WINDOW = Duration.ofHours(12);

    /// Between two blocks of L1. Source: consensus-specs, phase0/beacon-chain.md, `SECONDS_PER_SLOT`.
    private static final Duration SLOT = Duration.ofSeconds(12);

    private Ladder() {}

    /// What happens at a rung.
    public enum Kind {
        /// The user takes the money off the L2, by its sequencer.
        START,
        /// The user takes it off through L1.
        START_THROUGH_L1,
        /// The L2 has it; through L1 at the latest then.
        ON_L2,
        /// Somebody posts a root that covers it, and the user proves.
        PROVE,
        /// The user has it paid out.
        FINISH
    }

    /// @param from the earliest time; empty where nobody can say. For [Kind#ON_L2] the latest
    /// @param waits how long it is waited for
    public record Rung(Kind kind, Optional<Instant> from, Duration waits) {}

    /// @param rhythm empty where it could not be read
    /// @param window until when the L2 has what L1 puts into it, at the latest
    public static List<Rung> of(
            BridgeReport bridge, Optional<RootRhythm> rhythm, ExitState.Way way, Instant now, Duration window) {
        List<Rung> rungs = new ArrayList<>();
        if (way == ExitState.Way.THROUGH_L1) {
            rungs.add(new Rung(Kind.START_THROUGH_L1, Optional.of(now), Duration.ZERO));
            rungs.add(new Rung(Kind.ON_L2, Optional.of(now.plus(window)), window));
        } else {
            rungs.add(new Rung(Kind.START, Optional.of(now), Duration.ZERO));
        }
        Optional<Instant> proven = rhythm.map(roots -> roots.next(now));
        rungs.add(new Rung(Kind.PROVE, proven, rhythm.map(RootRhythm::between).orElse(Duration.ZERO)));
        rungs.add(new Rung(Kind.FINISH, proven.map(at -> at.plus(waiting(bridge, rhythm))), waiting(bridge, rhythm)));
        return List.copyOf(rungs);
    }

    /// From the first step, forced through L1, to the payout, if roots go on as lately and nobody contests.
    /// @param window until when the L2 has what L1 puts into it, at the latest. Unit: L1 blocks
    /// @return empty where how often roots are posted could not be read
    public static Optional<Duration> longest(BridgeReport bridge, Optional<RootRhythm> rhythm, long window) {
        return rhythm.map(
                roots -> SLOT.multipliedBy(window).plus(roots.between()).plus(waiting(bridge, rhythm)));
    }

    /// From the proof on, if nobody contests: the bridge's own delay, or the contest and the pause after it.
    static Duration waiting(BridgeReport bridge, Optional<RootRhythm> rhythm) {
        Duration contest =
                rhythm.flatMap(RootRhythm::clock).orElse(Duration.ZERO).plus(bridge.airGap());
        return contest.compareTo(bridge.maturity()) > 0 ? contest : bridge.maturity();
    }
}
