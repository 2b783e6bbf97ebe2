package org.lifeboat.ui.truth;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lifeboat.engine.chaincheck.CheckProgress;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.engine.chaincheck.Ground;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.MadeHere;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.balances.Sheets;

/// Checks as they may stand or end, for tests and pictures.
public final class TruthCases {
    static final TruthScreen.Facts FACTS =
            new TruthScreen.Facts(Sheets.OPTIMISM, Sheets.ETHEREUM, 1, true, "", Duration.ofHours(12));
    static final Hash32 HERE = Hash32.fromHex("0x" + "5d".repeat(32));
    static final Hash32 THERE = Hash32.fromHex("0x" + "c4".repeat(32));
    private static final BlockRef BLOCK = new BlockRef(128_430_121, Hash32.ofNumber(9), 1_795_266_000L);

    private static final Exits.Plan FOUND = new Exits.Plan(
            new PlanStore.Id(3),
            new ChainId(10),
            Address.ZERO,
            ExitState.wanted(ExitState.Way.FOUND, Address.ZERO, Wei.of(1)),
            Instant.ofEpochSecond(1_795_266_000L));

    private TruthCases() {}

    static CheckProgress progress(long at) {
        return new CheckProgress(new L2Block(1_000), new L2Block(at), new L2Block(2_000), Optional.empty());
    }

    static CheckReport report(Finding finding, Ground ground, boolean verified) {
        boolean reached = !(finding instanceof Finding.CouldNotCheck);
        return new CheckReport(
                finding,
                reached
                        ? Optional.of(new CheckReport.Aim(
                                ground, BLOCK.number(), THERE, Optional.empty(), Optional.empty(), Optional.empty()))
                        : Optional.empty(),
                Optional.empty(),
                verified,
                new TreeMap<>(),
                List.of(),
                List.of("node.example cannot be reached: there was no answer in time"),
                List.of(),
                Optional.empty());
    }

    public static Map<String, TruthScreen> all() {
        TruthForm newest = new TruthForm(TruthForm.Kind.NEWEST, "", "");
        Ground end = new Ground.FinalRoot(new L2Block(128_100_007));
        Map<String, TruthScreen> states = new LinkedHashMap<>();
        states.put("truth-load", new TruthScreen.Loading());
        states.put("truth-no-way", new TruthScreen.NoWay("truth.none.rollup", List.of("OP Mainnet")));
        states.put("truth-form", new TruthScreen.Ready(FACTS, newest, Optional.empty()));
        states.put(
                "truth-form-wrong",
                new TruthScreen.Ready(
                        new TruthScreen.Facts(Sheets.OPTIMISM, Sheets.ETHEREUM, 0, true, "", Duration.ofHours(12)),
                        new TruthForm(TruthForm.Kind.SPOT, "newest", ""),
                        Optional.of(new TruthScreen.Flaw(false, "truth.block.wrong", List.of()))));
        states.put("truth-genesis-wrong", wrongFile());
        states.put("truth-remade", remade());
        states.put("truth-running", new TruthScreen.Running(FACTS, newest, Optional.of(progress(1_370)), false));
        states.put("truth-ending", new TruthScreen.Running(FACTS, newest, Optional.empty(), true));
        states.put(
                "truth-true",
                new TruthScreen.Done(
                        FACTS, newest, report(new Finding.True(BLOCK, HERE), end, true), Optional.empty()));
        states.put(
                "truth-false",
                new TruthScreen.Done(
                        FACTS, newest, report(new Finding.False(BLOCK, THERE, HERE), end, false), Optional.empty()));
        states.put(
                "truth-word",
                new TruthScreen.Done(
                        FACTS,
                        new TruthForm(TruthForm.Kind.SPOT, "128,430,121", ""),
                        report(
                                new Finding.True(BLOCK, HERE),
                                new Ground.ServersWord(new L2Block(128_430_120), "node.example"),
                                false),
                        Optional.empty()));
        states.put(
                "truth-could-not",
                new TruthScreen.Done(
                        FACTS,
                        newest,
                        report(new Finding.CouldNotCheck(Finding.Lack.BLOBS, ""), end, false),
                        Optional.empty()));
        return states;
    }

    private static TruthScreen wrongFile() {
        return new TruthScreen.Ready(
                new TruthScreen.Facts(Sheets.OPTIMISM, Sheets.ETHEREUM, 1, false, "", Duration.ofHours(12)),
                new TruthForm(TruthForm.Kind.REMADE, "", "genesis.json"),
                Optional.of(new TruthScreen.Flaw(
                        true, "chaincheck.genesis-wrong", List.of("it holds no accounts (alloc)"))));
    }

    private static TruthScreen remade() {
        Finding.Remade finding = new Finding.Remade(
                BLOCK, HERE, THERE, new Finding.End.OfL1(new BlockRef(24_120_000, HERE, 1_795_308_000L)));
        CheckReport report = new CheckReport(
                finding,
                Optional.empty(),
                Optional.empty(),
                true,
                new TreeMap<>(Map.of(BLOCK.number(), HERE)),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        return new TruthScreen.Done(
                new TruthScreen.Facts(Sheets.OPTIMISM, Sheets.ETHEREUM, 1, false, "genesis.json", Duration.ofHours(12)),
                new TruthForm(TruthForm.Kind.REMADE, "", "genesis.json"),
                report,
                Optional.of(new MadeHere.Taken(List.of(FOUND), 1)));
    }
}
