package org.lifeboat.ui.chain;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.exit.BridgePowers;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.engine.exit.BridgeReport.Roots;
import org.lifeboat.engine.exit.RootRhythm;
import org.lifeboat.engine.watch.ChainWatch.Seen;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.exits.ExitCases;

/// A layer 2 as it may stand, for tests and pictures.
public final class ChainCases {
    static final Seen RUNS = new Seen.Runs("node.example", 128_431_044, ExitCases.NOW.minusSeconds(2));
    static final Seen STILL = new Seen.StandsStill(128_420_000, ExitCases.NOW.minus(Duration.ofMinutes(41)));

    private ChainCases() {}

    public static Map<String, ChainScreen> all() {
        Map<String, ChainScreen> states = new LinkedHashMap<>();
        states.put("chain-load", new ChainScreen.Loading());
        states.put("chain-no-way", new ChainScreen.NoWay("exits.none.portal", List.of("OP Mainnet")));
        states.put("chain-well", shown(false, Roots.OPEN, RUNS, Duration.ofMinutes(40)));
        states.put("chain-paused", shown(true, Roots.PROVEN, STILL, Duration.ofMinutes(40)));
        states.put("chain-still", shown(false, Roots.PERMISSIONED, STILL, Duration.ofMinutes(40)));
        states.put("chain-late", shown(false, Roots.UNKNOWN, RUNS, Duration.ofHours(9)));
        states.put("chain-offline", silent());
        return states;
    }

    static ChainScreen.Shown shown(boolean paused, Roots roots, Seen head, Duration sinceRoot) {
        BridgeReport bridge = ExitCases.bridge(paused, roots);
        return new ChainScreen.Shown(
                Sheets.OPTIMISM,
                Sheets.ETHEREUM,
                Optional.of(bridge),
                "",
                Optional.of(new RootRhythm(
                        ExitCases.NOW.minus(sinceRoot), 128_430_121L, Duration.ofHours(1), Optional.empty())),
                Optional.of(new BridgePowers(
                        Optional.of(Hash32.ofNumber(0x6a).toAddress()),
                        roots == Roots.OPEN ? Optional.of(Hash32.ofNumber(0x0b).toAddress()) : Optional.empty(),
                        Optional.of(Hash32.ofNumber(0x84).toAddress()))),
                head,
                ExitCases.NOW);
    }

    static ChainScreen.Shown silent() {
        return new ChainScreen.Shown(
                Sheets.OPTIMISM,
                Sheets.ETHEREUM,
                Optional.empty(),
                "node.example cannot be reached: there was no answer in time",
                Optional.empty(),
                Optional.empty(),
                new Seen.Silent(),
                ExitCases.NOW);
    }
}
