package org.lifeboat.ui.disputes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.chaincheck.CheckProgress;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.engine.chaincheck.Ground;
import org.lifeboat.engine.dispute.DisputeNext;
import org.lifeboat.engine.dispute.DisputeRequest;
import org.lifeboat.engine.dispute.DisputeState;
import org.lifeboat.engine.dispute.DisputeStep;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.L1Orders;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.GameRange;
import org.lifeboat.rollups.opstack.dispute.DisputeAction;
import org.lifeboat.rollups.opstack.dispute.DisputeClaim;
import org.lifeboat.rollups.opstack.dispute.DisputeCredit;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;
import org.lifeboat.rollups.opstack.dispute.Position;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.disputes.DisputesScreen.Check;
import org.lifeboat.ui.disputes.DisputesScreen.One;
import org.lifeboat.ui.disputes.DisputesScreen.Own;
import org.lifeboat.ui.disputes.DisputesScreen.Root;
import org.lifeboat.ui.exits.ExitCases;

/// Contests as they may stand, for tests and pictures.
public final class DisputeCases {
    static final Address GAME = Address.fromHex("0x4b5e1a0000000000000000000000000000c4a9f1");
    private static final Address THEM = Address.fromHex("0x49277ee36a024120ee218127354c4a3591dc90a9");
    private static final Hash32 CLAIMED = Hash32.fromHex("0x" + "c4".repeat(32));
    private static final Hash32 HERE = Hash32.fromHex("0x" + "5d".repeat(32));
    private static final long NOW = ExitCases.NOW.getEpochSecond();
    private static final BlockRef BLOCK = new BlockRef(128_430_121, Hash32.ofNumber(9), NOW - 9_000);
    private static final Duration CLOCK = Duration.ofHours(84);

    private DisputeCases() {}

    public static Map<String, DisputesScreen> all() {
        Map<String, DisputesScreen> states = new LinkedHashMap<>();
        states.put("disputes-load", new DisputesScreen.Loading());
        states.put("disputes-silent", DisputesScreen.NoWay.because("dispute.silent", "node.example cannot be reached"));
        states.put("disputes-none", roots());
        states.put(
                "disputes-list",
                roots(
                        new Root(game(Game.Status.IN_PROGRESS, 1), Optional.empty()),
                        new Root(game(Game.Status.IN_PROGRESS, 3), Optional.of(DisputeState.Stance.ATTACK)),
                        new Root(game(Game.Status.DEFENDER_WINS, 1), Optional.of(DisputeState.Stance.DEFEND)),
                        new Root(game(Game.Status.CHALLENGER_WINS, 4), Optional.empty())));
        states.put("dispute-unchecked", one(1, Optional.empty(), new Check.None()));
        states.put(
                "dispute-checking", one(1, Optional.empty(), new Check.Running(Optional.of(progress(1_370)), false)));
        states.put("dispute-false", one(1, Optional.empty(), new Check.Done(report(falsely()), 0, 2)));
        states.put("dispute-doubtful", one(1, Optional.empty(), new Check.Done(report(falsely()), 2, 2)));
        states.put("dispute-move", one(3, Optional.of(own(act(3), offered(DisputeStep.MOVE))), new Check.None()));
        states.put(
                "dispute-wait",
                one(
                        4,
                        Optional.of(own(
                                new DisputeNext.Wait(dispute(4), new L1Time(NOW + 250_000)),
                                new DisputeRequest.Nothing())),
                        new Check.None()));
        states.put("dispute-below", one(6, Optional.of(own(below(), handOver())), new Check.None()));
        states.put("dispute-won", won());
        return states;
    }

    static CheckProgress progress(long at) {
        return new CheckProgress(new L2Block(1_000), new L2Block(at), new L2Block(2_000), Optional.empty());
    }

    static Finding falsely() {
        return new Finding.False(BLOCK, CLAIMED, HERE);
    }

    static CheckReport report(Finding finding) {
        return new CheckReport(
                finding,
                Optional.of(new CheckReport.Aim(
                        new Ground.FinalRoot(new L2Block(128_100_007)),
                        BLOCK.number(),
                        CLAIMED,
                        Optional.of(game(Game.Status.IN_PROGRESS, 1)),
                        Optional.of(Hash32.ofNumber(11)),
                        Optional.of(Assurance.MATCHED))),
                Optional.empty(),
                true,
                new TreeMap<>(),
                List.of(),
                List.of(),
                List.of());
    }

    static One one(int claims, Optional<Own> own, Check check) {
        return new One(
                Sheets.OPTIMISM,
                Sheets.ETHEREUM,
                List.of(ExitCases.ACCOUNT),
                game(Game.Status.IN_PROGRESS, claims),
                Optional.of(dispute(claims)),
                Assurance.MATCHED,
                own,
                check,
                ExitCases.NOW.minusSeconds(20));
    }

    private static One won() {
        DisputeCredit credit = new DisputeCredit(
                ExitCases.ether("0.1676"), true, Optional.empty(), Optional.of(new L1Time(NOW + 90_000)));
        Game over = game(Game.Status.CHALLENGER_WINS, 2);
        return new One(
                Sheets.OPTIMISM,
                Sheets.ETHEREUM,
                List.of(ExitCases.ACCOUNT),
                over,
                Optional.empty(),
                Assurance.MATCHED,
                Optional.of(own(new DisputeNext.Over(over, true, Optional.of(credit)), new DisputeRequest.Nothing())),
                new Check.None(),
                ExitCases.NOW);
    }

    private static DisputesScreen.Roots roots(Root... roots) {
        return new DisputesScreen.Roots(
                Sheets.OPTIMISM, Sheets.ETHEREUM, List.of(roots), Assurance.MATCHED, ExitCases.NOW.minusSeconds(9));
    }

    static Own own(DisputeNext next, DisputeRequest request) {
        DisputeState state = DisputeState.of(report(falsely())).orElseThrow();
        Disputes.Plan plan = new Disputes.Plan(
                new PlanStore.Id(7), Sheets.OPTIMISM.chain(), Sheets.ONE, state, ExitCases.NOW.minusSeconds(9_000));
        return new Own(new Disputes.Look(plan, next, List.of(), Optional.of(Assurance.MATCHED), List.of()), request);
    }

    private static DisputeNext act(int claims) {
        DisputeGame dispute = dispute(claims);
        DisputeClaim last = dispute.claims().getLast();
        DisputeAction move = new DisputeAction.Move(
                last, true, last.position().attack(), HERE, ExitCases.ether("0.105"), dispute.countersUntil(last));
        return new DisputeNext.Act(List.of(move), dispute, ExitCases.ether("6.25"));
    }

    private static DisputeNext below() {
        DisputeGame dispute = dispute(6);
        return new DisputeNext.Act(List.of(trace(dispute)), dispute, Wei.ZERO);
    }

    private static DisputeAction.NeedsTrace trace(DisputeGame dispute) {
        DisputeClaim last = dispute.claims().getLast();
        return new DisputeAction.NeedsTrace(last, dispute.countersUntil(last));
    }

    private static DisputeRequest handOver() {
        return new DisputeRequest.HandOver(trace(dispute(6)));
    }

    static DisputeRequest offered(DisputeStep step) {
        ExitPlace place = new ExitPlace(Sheets.OPTIMISM, List.of(), Sheets.ETHEREUM, List.of(), GAME);
        SendOrder order = L1Orders.deposit(place, Sheets.ONE, Sheets.ONE, Wei.of(1));
        return new DisputeRequest.Offered(step, Sheets.ETHEREUM, order);
    }

    static Game game(Game.Status status, int claims) {
        return new Game(
                Optional.of(14_021L),
                0,
                GAME,
                new L1Time(NOW - 90_000),
                CLAIMED,
                new L2Block(BLOCK.number()),
                status,
                status == Game.Status.IN_PROGRESS ? Optional.empty() : Optional.of(new L1Time(NOW - 900)),
                true,
                true,
                claims,
                Optional.of(CLOCK));
    }

    /// We attack, they defend below, and so on; the last but one level is about single steps.
    static DisputeGame dispute(int claims) {
        int split = 4;
        List<DisputeClaim> all = new ArrayList<>();
        Position position = Position.ROOT;
        for (int i = 0; i < claims; i++) {
            all.add(new DisputeClaim(
                    i,
                    i == 0 ? OptionalInt.empty() : OptionalInt.of(i - 1),
                    Optional.empty(),
                    i % 2 == 0 ? THEM : Sheets.ONE,
                    ExitCases.ether(i == 0 ? "0.08" : "0.0876"),
                    i % 2 == 0 ? CLAIMED : HERE,
                    position,
                    Duration.ofHours(i),
                    new L1Time(NOW - 90_000 + i * 3_600L)));
            position = i % 3 == 1 ? position.defend() : position.attack();
        }
        return new DisputeGame(
                game(Game.Status.IN_PROGRESS, claims),
                new GameRange(Optional.of(new Bridge.AnchorRoot(HERE, new L2Block(128_100_007))), Hash32.ofNumber(11)),
                8,
                split,
                CLOCK,
                Duration.ofHours(3),
                all,
                Stream.generate(() -> ExitCases.ether("0.1")).limit(split + 2L).toList(),
                false,
                new L1Time(NOW));
    }
}
