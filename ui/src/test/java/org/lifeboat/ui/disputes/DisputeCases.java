package org.lifeboat.ui.disputes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.chaincheck.CheckProgress;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.engine.dispute.Contest;
import org.lifeboat.engine.dispute.ContestFact;
import org.lifeboat.engine.dispute.DisputeRequest;
import org.lifeboat.engine.dispute.DisputeState;
import org.lifeboat.engine.dispute.DisputeStep;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.L1Orders;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.watch.Haste;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
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
        states.put(
                "disputes-silent",
                DisputesScreen.NoWay.because(
                        "dispute.silent", "node.example cannot be reached: there was no answer in time"));
        states.put("disputes-none", roots());
        states.put(
                "disputes-list",
                roots(
                        new Root(with(tree(1)), Optional.empty()),
                        new Root(with(tree(1)), Optional.of(DisputeState.Stance.ATTACK)),
                        new Root(with(tree(3)), Optional.of(DisputeState.Stance.ATTACK)),
                        new Root(contest(Contest.Status.DEFENDER_WINS, 1), Optional.of(DisputeState.Stance.DEFEND)),
                        new Root(contest(Contest.Status.CHALLENGER_WINS, 4), Optional.empty())));
        states.put("dispute-unchecked", one(1, Optional.empty(), new Check.None()));
        states.put(
                "dispute-checking", one(1, Optional.empty(), new Check.Running(Optional.of(progress(1_370)), false)));
        states.put("dispute-false", one(1, Optional.empty(), done(0)));
        states.put("dispute-doubtful", one(1, Optional.empty(), done(2)));
        states.put("dispute-move", one(3, Optional.of(own(act(), offered(DisputeStep.MOVE))), new Check.None()));
        states.put(
                "dispute-too-new", one(1, Optional.of(own(early(), new DisputeRequest.Nothing())), new Check.None()));
        states.put("dispute-gone", one(1, Optional.of(own(gone(), new DisputeRequest.Nothing())), new Check.None()));
        states.put("dispute-wait", one(4, Optional.of(own(waiting(), new DisputeRequest.Nothing())), new Check.None()));
        states.put(
                "dispute-below",
                one(6, Optional.of(own(below(), new DisputeRequest.HandOver(5, countersUntil(5)))), new Check.None()));
        states.put("dispute-opposed", one(3, Optional.of(opposed()), new Check.None()));
        states.put("dispute-unfollowed", one(3, Optional.empty(), new Check.None()));
        states.put("dispute-won", won());
        return states;
    }

    static CheckProgress progress(long at) {
        return new CheckProgress(new L2Block(1_000), new L2Block(at), new L2Block(2_000), Optional.empty());
    }

    static Finding falsely() {
        return new Finding.False(BLOCK, CLAIMED, HERE);
    }

    private static Check done(long with) {
        return new Check.Done(report(falsely()), Optional.of(DisputeState.Stance.ATTACK), with, 2);
    }

    static CheckReport report(Finding finding) {
        return new CheckReport(
                finding,
                Optional.empty(),
                Optional.empty(),
                true,
                new TreeMap<>(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    static One one(int claims, Optional<Own> own, Check check) {
        return new One(
                Sheets.OPTIMISM,
                Sheets.ETHEREUM,
                List.of(ExitCases.ACCOUNT),
                with(tree(claims)),
                Assurance.MATCHED,
                own.stream().toList(),
                check,
                ExitCases.NOW.minusSeconds(20));
    }

    private static One won() {
        return new One(
                Sheets.OPTIMISM,
                Sheets.ETHEREUM,
                List.of(ExitCases.ACCOUNT),
                contest(Contest.Status.CHALLENGER_WINS, 2),
                Assurance.MATCHED,
                List.of(own(
                        List.of(
                                new ContestFact.Ended(true),
                                new ContestFact.PayableFrom(ExitCases.ether("0.1676"), new L1Time(NOW + 90_000))),
                        new DisputeRequest.Nothing())),
                new Check.None(),
                ExitCases.NOW);
    }

    private static DisputesScreen.Roots roots(Root... roots) {
        return new DisputesScreen.Roots(
                Sheets.OPTIMISM, Sheets.ETHEREUM, List.of(roots), Assurance.MATCHED, ExitCases.NOW.minusSeconds(9));
    }

    /// Followed without a check, and nobody answers what speaks against it.
    private static Own opposed() {
        List<ContestFact> facts = List.of(
                new ContestFact.Unchecked(),
                new ContestFact.Opposed(2, countersUntil(2)),
                new ContestFact.NeedsRoot(BLOCK.number()));
        return own(DisputeState.Stance.UNCHECKED, facts, new DisputeRequest.CheckAgain());
    }

    static Own own(List<ContestFact> facts, DisputeRequest request) {
        return own(DisputeState.Stance.ATTACK, facts, request);
    }

    private static Own own(DisputeState.Stance stance, List<ContestFact> facts, DisputeRequest request) {
        DisputeState state = new DisputeState(
                GAME, CLAIMED, Hash32.ofNumber(11), stance, 128_100_007, BLOCK.number(), Optional.empty());
        Disputes.Plan plan = new Disputes.Plan(
                new PlanStore.Id(7), Sheets.OPTIMISM.chain(), Sheets.ONE, state, ExitCases.NOW.minusSeconds(9_000));
        boolean mine = facts.stream()
                .anyMatch(fact -> fact instanceof ContestFact.Counter
                        || fact instanceof ContestFact.NeedsTrace
                        || fact instanceof ContestFact.Opposed);
        return new Own(ExitCases.ACCOUNT, plan, facts, request, mine ? Haste.TODAY : Haste.CALM);
    }

    static List<ContestFact> waiting() {
        return List.of(new ContestFact.Wait(tree(4).settlesAt()));
    }

    private static List<ContestFact> act() {
        return List.of(
                new ContestFact.Counter(2, true, ExitCases.ether("0.105"), countersUntil(2)),
                new ContestFact.BondsAtMost(ExitCases.ether("6.25")));
    }

    private static List<ContestFact> early() {
        return List.of(
                new ContestFact.Counter(0, true, ExitCases.ether("0.087594"), countersUntil(0)),
                new ContestFact.AwaitFinal(new L1Time(NOW + 900)),
                new ContestFact.BondsAtMost(ExitCases.ether("6.25")));
    }

    private static List<ContestFact> gone() {
        return List.of(new ContestFact.Gone(), new ContestFact.BondsLost(ExitCases.ether("0.087594")));
    }

    private static List<ContestFact> below() {
        return List.of(
                new ContestFact.NeedsTrace(5, countersUntil(5)),
                new ContestFact.HandOver(GAME, Optional.of("cannon-kona")));
    }

    static DisputeRequest offered(DisputeStep step) {
        ExitPlace place = new ExitPlace(Sheets.OPTIMISM, List.of(), Sheets.ETHEREUM, List.of(), GAME);
        SendOrder order = L1Orders.deposit(place, Sheets.ONE, Sheets.ONE, Wei.of(1));
        return new DisputeRequest.Offered(step, Sheets.ETHEREUM, order);
    }

    private static Contest contest(Contest.Status status, int claims) {
        return contest(status, claims, Optional.empty());
    }

    private static Contest with(Contest.Tree tree) {
        int claims = tree.claims().size();
        return contest(claims > 1 ? Contest.Status.CONTESTED : Contest.Status.IN_PROGRESS, claims, Optional.of(tree));
    }

    private static Contest contest(Contest.Status status, int claims, Optional<Contest.Tree> tree) {
        return new Contest(
                GAME,
                Contest.Kind.OPEN,
                0,
                new L2Block(BLOCK.number()),
                CLAIMED,
                new L1Time(NOW - 90_000),
                status,
                claims,
                tree);
    }

    /// We attack, they defend below, and so on; from the fifth level on it is about single steps.
    private static Contest.Tree tree(int claims) {
        int split = 4;
        List<Contest.Claim> all = new ArrayList<>();
        for (int i = 0; i < claims; i++) {
            all.add(new Contest.Claim(
                    i,
                    i == 0 ? OptionalInt.empty() : OptionalInt.of(i - 1),
                    i > 0 && i % 3 != 2,
                    i % 2 == 0 ? THEM : Sheets.ONE,
                    ExitCases.ether(i == 0 ? "0.08" : "0.0876"),
                    i > split,
                    false,
                    countersUntil(i)));
        }
        return new Contest.Tree(all, split, CLOCK, countersUntil(claims - 1), new L1Time(NOW));
    }

    private static L1Time countersUntil(int claim) {
        return new L1Time(NOW - 90_000 + claim * 3_600L).plus(CLOCK.minusHours(Math.max(0, claim - 1)));
    }
}
