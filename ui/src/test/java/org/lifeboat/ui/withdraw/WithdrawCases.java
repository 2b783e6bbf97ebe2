package org.lifeboat.ui.withdraw;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Leaving;
import org.lifeboat.engine.exit.RootRhythm;
import org.lifeboat.primitives.Address;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.exits.ExitCases;

/// What both layers may have said before a withdrawal is begun.
public final class WithdrawCases {
    private WithdrawCases() {}

    public static WithdrawScreen.Facts well() {
        return facts(
                Optional.of(ExitCases.leaving(
                        ExitCases.bridge(false, BridgeReport.Roots.OPEN), Map.of(ExitCases.ACCOUNT, "0.02"))),
                Duration.ofMinutes(40),
                Map.of());
    }

    /// Another exit is under way, the bridge is paused, and roots are late.
    public static WithdrawScreen.Facts troubled() {
        List<Exits.Plan> unsent = List.of(ExitCases.plan(1, Sheets.OPTIMISM, "0.5"));
        return facts(
                Optional.of(ExitCases.leaving(
                        ExitCases.bridge(true, BridgeReport.Roots.OPEN), Map.of(ExitCases.ACCOUNT, "0.02"))),
                Duration.ofHours(9),
                Map.of(Sheets.ONE, unsent));
    }

    /// L1 says nothing.
    public static WithdrawScreen.Facts silent() {
        return facts(Optional.empty(), Duration.ofMinutes(1), Map.of());
    }

    private static WithdrawScreen.Facts facts(
            Optional<Leaving.Read> leaving, Duration sinceRoot, Map<Address, List<Exits.Plan>> unsent) {
        return new WithdrawScreen.Facts(
                Sheets.OPTIMISM,
                Sheets.ETHEREUM,
                List.of(ExitCases.ACCOUNT),
                leaving,
                leaving.isEmpty() ? "node.example cannot be reached: there was no answer in time" : "",
                leaving.map(_ -> new RootRhythm(
                        ExitCases.NOW.minus(sinceRoot),
                        128_430_121L,
                        Duration.ofHours(1),
                        Optional.of(Duration.ofHours(84)))),
                leaving.map(_ -> Duration.ofHours(12)),
                Map.of(Sheets.ONE, ExitCases.ether("2.0")),
                unsent,
                ExitCases.NOW);
    }
}
