package org.lifeboat.ui.chain;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.diagnosis.ChainTrack;
import org.lifeboat.engine.diagnosis.Diagnosis;
import org.lifeboat.engine.diagnosis.Diagnosis.Kind;
import org.lifeboat.engine.exit.BridgeReleases;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.engine.exit.BridgeReport.Roots;
import org.lifeboat.engine.exit.BridgeRisks;
import org.lifeboat.engine.exit.QueuedChange;
import org.lifeboat.engine.exit.RootRhythm;
import org.lifeboat.engine.watch.ChainWatch.Seen;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.exits.ExitCases;

/// An L2 as it may stand, for tests and pictures.
public final class ChainCases {
    private static final Seen RUNS = new Seen.Runs("node.example", 128_431_044, ExitCases.NOW.minusSeconds(2));
    private static final Seen STILL = new Seen.StandsStill(128_420_000, ExitCases.NOW.minus(Duration.ofMinutes(41)));

    private ChainCases() {}

    public static Map<String, ChainScreen> all() {
        Map<String, ChainScreen> states = new LinkedHashMap<>();
        states.put("chain-load", new ChainScreen.Loading());
        states.put("chain-no-way", new ChainScreen.NoWay("exits.none.portal", List.of("OP Mainnet")));
        states.put("chain-well", shown(Roots.OPEN, RUNS, Duration.ofMinutes(40), Kind.WELL));
        states.put("chain-paused", shown(Roots.PROVEN, STILL, Duration.ofMinutes(40), Kind.PAUSED, Kind.STANDS_STILL));
        states.put("chain-still", shown(Roots.PERMISSIONED, STILL, Duration.ofMinutes(40), Kind.SEQUENCER_SILENT));
        states.put("chain-late", shown(Roots.UNKNOWN, RUNS, Duration.ofHours(9), Kind.PROPOSER_SILENT));
        states.put("chain-oracle", shown(Roots.ORACLE, RUNS, Duration.ofHours(9), Kind.PROPOSER_SILENT));
        states.put("chain-withheld", shown(Roots.OPEN, RUNS, Duration.ofMinutes(40), Kind.WITHHELD));
        states.put("chain-replaced", shown(Roots.OPEN, RUNS, Duration.ofHours(9), Kind.REPLACED, Kind.PROPOSER_SILENT));
        states.put("chain-offline", silent());
        states.put(
                "chain-stale",
                asked(shown(Roots.OPEN, RUNS, Duration.ofMinutes(90), Kind.WELL), Duration.ofMinutes(52)));
        return states;
    }

    static ChainScreen.Shown shown(Roots roots, Seen head, Duration sinceRoot, Kind first, Kind... also) {
        BridgeReport bridge = ExitCases.bridge(first == Kind.PAUSED, roots);
        return new ChainScreen.Shown(
                Sheets.OPTIMISM,
                Sheets.ETHEREUM,
                new Diagnosis(
                        first,
                        List.of(also),
                        List.of(),
                        Optional.of(ExitCases.NOW.minus(Duration.ofMinutes(41))),
                        Optional.of(ExitCases.NOW.minus(Duration.ofMinutes(38)))),
                first == Kind.REPLACED ? List.of(replaced()) : List.of(),
                Optional.of(bridge),
                "",
                Optional.of(new RootRhythm(
                        ExitCases.NOW.minus(sinceRoot),
                        128_430_121L,
                        Duration.ofHours(1),
                        Optional.of(Duration.ofHours(1)),
                        Optional.empty())),
                Optional.of(risks(roots == Roots.OPEN, roots == Roots.ORACLE)),
                head,
                ExitCases.NOW);
    }

    /// The same, but asked some time ago.
    private static ChainScreen.Shown asked(ChainScreen.Shown shown, Duration age) {
        return new ChainScreen.Shown(
                shown.l2(),
                shown.l1(),
                shown.diagnosis(),
                shown.replaced(),
                shown.bridge(),
                shown.silence(),
                shown.rhythm(),
                shown.risks(),
                shown.head(),
                ExitCases.NOW.minus(age));
    }

    private static ChainTrack.Replaced replaced() {
        return new ChainTrack.Replaced(
                new ChainTrack.Told(
                        "node.example",
                        new BlockRef(128_425_913, Hash32.ofNumber(0xa1), ExitCases.NOW.getEpochSecond() - 1_600),
                        ExitCases.NOW.minus(Duration.ofMinutes(26))),
                Hash32.ofNumber(0xb2),
                "other.example",
                ExitCases.NOW);
    }

    private static BridgeRisks risks(boolean published, boolean oracle) {
        return new BridgeRisks(
                Optional.of(Hash32.ofNumber(0x6a).toAddress()),
                published ? Optional.of(Hash32.ofNumber(0x0b).toAddress()) : Optional.empty(),
                Optional.of(Hash32.ofNumber(0x84).toAddress()),
                Optional.of(new BridgeRisks.Keys(2, 2)),
                published ? Optional.empty() : Optional.of(Duration.ofDays(7)),
                published ? BridgeRisks.Queue.NONE : BridgeRisks.Queue.LISTED,
                published ? List.of() : List.of(announced()),
                oracle
                        ? Optional.of(new BridgeRisks.Posters(
                                Optional.of(Hash32.ofNumber(0x9e).toAddress()), Optional.empty(), false))
                        : Optional.empty(),
                List.of(code("PORTAL", published), code(oracle ? "ORACLE" : "FACTORY", false)),
                true);
    }

    private static QueuedChange announced() {
        return new QueuedChange(
                Hash32.ofNumber(0x0b).toAddress(),
                Hash32.ofNumber(0x51),
                Optional.of(Hash32.ofNumber(0xad).toAddress()),
                Optional.of(Hash32.ofNumber(0x49).toAddress()),
                Optional.of(Hash32.ofNumber(0xe8a0).toAddress()),
                ExitCases.NOW.plus(Duration.ofHours(53)));
    }

    private static BridgeRisks.Code code(String contract, boolean published) {
        return new BridgeRisks.Code(
                contract,
                Hash32.ofNumber(0xe89f).toAddress(),
                Optional.of(Hash32.ofNumber(0xc0de)),
                published ? Optional.of(new BridgeReleases.Release("5.6.1", List.of("v7.0.0-rc.4"))) : Optional.empty(),
                Optional.empty(),
                published
                        ? Optional.empty()
                        : Optional.of(new BridgeRisks.Before(
                                Hash32.ofNumber(0x97ce).toAddress(), ExitCases.NOW.minus(Duration.ofDays(12)))));
    }

    static ChainScreen.Shown silent() {
        return new ChainScreen.Shown(
                Sheets.OPTIMISM,
                Sheets.ETHEREUM,
                new Diagnosis(
                        Kind.COULD_NOT_TELL,
                        List.of(),
                        List.of(Diagnosis.Lack.L1, Diagnosis.Lack.BATCHES, Diagnosis.Lack.BRIDGE),
                        Optional.empty()),
                List.of(),
                Optional.empty(),
                "node.example cannot be reached: there was no answer in time",
                Optional.empty(),
                Optional.empty(),
                new Seen.Silent(),
                ExitCases.NOW);
    }
}
