package org.lifeboat.ui.exits;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.dispute.ContestFact;
import org.lifeboat.engine.dispute.ContestReport;
import org.lifeboat.engine.dispute.ContestStage;
import org.lifeboat.engine.dispute.DisputeState;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Leaving;
import org.lifeboat.engine.exit.Readiness;
import org.lifeboat.engine.exit.RootWish;
import org.lifeboat.engine.exit.Worth;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Pending;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.watch.ContestRounds;
import org.lifeboat.engine.watch.Haste;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.RootPlace;
import org.lifeboat.ui.balances.Sheets;

/// Exits and bridges for tests and pictures; invented money on invented accounts.
public final class ExitCases {
    public static final Instant NOW = Instant.parse("2026-11-21T13:05:00Z");
    public static final Account ACCOUNT =
            new Account(Sheets.ONE, "Account 1", new Account.Kind.Derived("m/44'/60'/0'/0/0"), 0, false);
    public static final Account SAVINGS =
            new Account(Sheets.TWO, "Savings of the whole family, 2019", new Account.Kind.WatchOnly(), 1, false);
    private static final Address PORTAL = Address.fromHex("0xbeb5fc579115071764c7423a4f12edde41f106ed");

    private ExitCases() {}

    public static Wei ether(String amount) {
        return new Wei(TokenAmount.parse(amount, 18).units());
    }

    public static Exits.Plan plan(long number, Network l2, String amount) {
        return new Exits.Plan(
                new PlanStore.Id(number),
                l2.chain(),
                Sheets.ONE,
                ExitState.wanted(
                        number % 2 == 0 ? ExitState.Way.THROUGH_L1 : ExitState.Way.SEQUENCER,
                        number % 3 == 0 ? Sheets.TWO : Sheets.ONE,
                        ether(amount)),
                NOW.minus(Duration.ofDays(4)));
    }

    /// Its root was chosen, and nothing can be proven against that any more.
    static Exits.Plan forgotten(Exits.Plan plan) {
        ExitState state = plan.state();
        return new Exits.Plan(
                plan.id(),
                plan.chain(),
                plan.account(),
                new ExitState(
                        state.way(),
                        state.target(),
                        state.amount(),
                        state.token(),
                        state.l2Transaction(),
                        state.withdrawal(),
                        state.block(),
                        new RootWish.Forgotten(new RootPlace(9_481, Hash32.ofNumber(9_481)))),
                plan.begunAt());
    }

    /// A contest of the user's, as it was looked at.
    public static ContestRounds.Sight contest(long number, ContestStage stage, Haste haste) {
        DisputeState state = new DisputeState(
                Hash32.ofNumber(number).toAddress(),
                Hash32.ofNumber(13),
                Hash32.ofNumber(21),
                DisputeState.Stance.ATTACK,
                128_430_000,
                128_430_121 + number,
                Optional.empty());
        Instant date = NOW.plus(haste == Haste.NOW ? Duration.ofHours(2) : Duration.ofHours(30));
        L1Time at = new L1Time(date.getEpochSecond());
        boolean due = stage == ContestStage.MOVE;
        List<ContestFact> facts = switch (stage) {
            case MOVE ->
                List.of(new ContestFact.Counter(3, true, ether("0.08"), at), new ContestFact.BondsAtMost(ether("1.2")));
            case TOO_LATE -> List.of(new ContestFact.TooLate(3));
            case CAN_CLAIM -> List.of(new ContestFact.Ended(true), new ContestFact.CanBePaid(ether("0.16")));
            default -> List.of(new ContestFact.Wait(at));
        };
        return new ContestRounds.Sight(
                new ContestReport(
                        new Disputes.Plan(new PlanStore.Id(number), Sheets.OPTIMISM.chain(), Sheets.ONE, state, NOW),
                        stage,
                        due ? Optional.of(date) : Optional.empty(),
                        stage == ContestStage.WAIT ? Optional.of(date) : Optional.empty(),
                        due ? List.of(3) : List.of(),
                        facts),
                Sheets.OPTIMISM,
                Sheets.ETHEREUM,
                due ? Optional.of(date) : Optional.empty(),
                stage == ContestStage.WAIT ? Optional.of(date) : Optional.empty(),
                haste);
    }

    public static ExitReport report(Exits.Plan plan, ExitStage stage) {
        boolean silent = stage.turn() == ExitStage.Turn.UNKNOWN;
        return new ExitReport(
                plan,
                stage,
                stage == ExitStage.WAITING ? Optional.of(Instant.parse("2026-11-24T08:12:00Z")) : Optional.empty(),
                Optional.of(128_430_121L),
                stage == ExitStage.NO_ROOT_BUT_OWN || stage == ExitStage.LOST_PROOF
                        ? Optional.of(ether("0.08"))
                        : Optional.empty(),
                doubt(stage),
                Optional.of(Hash32.ofNumber(77)),
                silent ? "node.example cannot be reached: there was no answer in time" : "",
                List.of(),
                Optional.empty(),
                silent ? Optional.empty() : Optional.of(Assurance.MATCHED),
                List.of());
    }

    private static Optional<ExitReport.Doubt> doubt(ExitStage stage) {
        Instant fallsAt = Instant.parse("2026-11-25T16:40:00Z");
        return switch (stage) {
            case ROOT_IN_DOUBT -> Optional.of(new ExitReport.Doubt(fallsAt, Optional.of(128_431_921L)));
            case ROOT_IN_DOUBT_ALONE -> Optional.of(new ExitReport.Doubt(fallsAt, Optional.empty()));
            default -> Optional.empty();
        };
    }

    /// With what was signed for its stage, and has to be handed over again.
    static ExitReport signed(ExitReport report, Pending own) {
        List<ExitStep> signed = report.stage().step().map(List::of).orElse(List.of());
        return with(report, signed, Optional.of(own), report.disagreements());
    }

    static ExitReport caught(ExitReport report) {
        Contradiction lie = new Contradiction(Contradiction.What.CHAIN_ID, "node.example", "5", "1");
        SourceId source = new SourceId(Sheets.ETHEREUM.chain(), "https://node.example");
        return with(report, report.waiting(), report.handOver(), List.of(new Disagreement(source, lie)));
    }

    private static ExitReport with(
            ExitReport report, List<ExitStep> waiting, Optional<Pending> handOver, List<Disagreement> disagreements) {
        return new ExitReport(
                report.plan(),
                report.stage(),
                report.notBefore(),
                report.rootBlock(),
                report.bond(),
                report.doubt(),
                report.transaction(),
                report.why(),
                waiting,
                handOver,
                report.assurance(),
                disagreements);
    }

    public static BridgeReport bridge(boolean paused, BridgeReport.Roots roots) {
        return new BridgeReport(
                paused,
                Duration.ofDays(7),
                Duration.ofHours(84),
                roots,
                roots == BridgeReport.Roots.OPEN ? 8 : 621,
                ether("0.08"),
                Optional.of(128_100_007L),
                PORTAL,
                Hash32.ofNumber(0xfac).toAddress(),
                Optional.of(Hash32.ofNumber(0xa5).toAddress()),
                Optional.of(Hash32.ofNumber(0x5c).toAddress()),
                Assurance.MATCHED);
    }

    /// @param held on L1, by account
    public static Leaving.Read leaving(BridgeReport bridge, Map<Account, String> held) {
        Wei needed = ether("0.0061");
        Optional<Wei> bond = bridge.roots() == BridgeReport.Roots.OPEN ? Optional.of(bridge.bond()) : Optional.empty();
        Map<Address, Readiness> accounts = new LinkedHashMap<>();
        held.forEach((account, amount) -> {
            Wei has = ether(amount);
            accounts.put(
                    account.address(),
                    new Readiness(
                            has,
                            needed,
                            needed.minus(has).filter(wei -> !wei.isZero()),
                            bond,
                            bond.flatMap(wei -> needed.plus(wei).minus(has)).filter(wei -> !wei.isZero())));
        });
        return new Leaving.Read(accounts, bridge, Wei.of(4_000_000_000L), Assurance.MATCHED);
    }

    static ExitsScreen.Entry entry(ExitReport report) {
        Network l2 = report.plan().chain().equals(Sheets.BASE.chain()) ? Sheets.BASE : Sheets.OPTIMISM;
        return new ExitsScreen.Entry(
                report.plan(),
                Optional.of(l2),
                Optional.of(Sheets.ETHEREUM),
                Optional.of(report),
                Optional.of(NOW),
                report.stage().turn() == ExitStage.Turn.OVER || report.stage().turn() == ExitStage.Turn.UNKNOWN
                        ? Optional.empty()
                        : Optional.of(Worth.values()[(int) report.plan().id().value() % Worth.values().length]));
    }

    static ExitsScreen.Layer layer(Network l2, ExitsScreen.Reading reading) {
        return new ExitsScreen.Layer(l2, List.of(ACCOUNT), reading);
    }
}
