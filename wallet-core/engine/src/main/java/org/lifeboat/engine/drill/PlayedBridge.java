package org.lifeboat.engine.drill;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.primitives.Wei;

/// What the bridge of the world is like in which a rehearsal is played: as the real one is, as far as that was read and
/// a sandbox can be so. Pure.
/// @param maturity from a proof until it is paid out
/// @param contest of each side over a root
/// @param airGap from the end of a contest until its root counts
/// @param bond for a root; empty where the real one was not read: then the sandbox's own
public record PlayedBridge(Duration maturity, Duration contest, Duration airGap, Optional<Wei> bond) {
    /// Where it was not read, as most public chains have it. Source: op-contracts, `FaultDisputeGame.maxClockDuration`.
    public static final Duration USUAL_CONTEST = Duration.ofHours(84);

    /// A contest's clock is put forward by half of this after a move.
    private static final Duration LEAST_CONTEST = Duration.ofHours(6);

    private static final Duration LEAST = Duration.ofSeconds(1);

    /// Three bytes of seconds, half a year, as they stand in the codes of the sandbox's contracts.
    private static final Duration MOST = Duration.ofSeconds((1 << 24) - 1);

    /// Unit: wei. The sandbox's own proposer pays it for each of its roots.
    private static final Wei MOST_BOND = new Wei(BigInteger.TEN.pow(20));

    static PlayedBridge of(RealMoney money) {
        BridgeReport bridge = money.bridge();
        Optional<Wei> bond = bridge.readable() ? Optional.of(bridge.bond()) : Optional.empty();
        return new PlayedBridge(
                within(bridge.maturity(), LEAST),
                within(money.contest().orElse(USUAL_CONTEST), LEAST_CONTEST),
                within(bridge.airGap(), LEAST),
                bond.map(wei -> wei.compareTo(MOST_BOND) > 0 ? MOST_BOND : wei));
    }

    private static Duration within(Duration real, Duration least) {
        if (real.compareTo(least) < 0) {
            return least;
        }
        return real.compareTo(MOST) > 0 ? MOST : real;
    }
}
