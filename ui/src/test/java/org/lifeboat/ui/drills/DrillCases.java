package org.lifeboat.ui.drills;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.DrillGoal;
import org.lifeboat.engine.drill.DrillMove;
import org.lifeboat.engine.drill.DrillSight;
import org.lifeboat.engine.drill.DrillStage;
import org.lifeboat.engine.drill.DrillWait;
import org.lifeboat.engine.drill.RealMoney;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.ExitToken;
import org.lifeboat.engine.exit.Readiness;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.TokenPair;
import org.lifeboat.ui.drills.DrillsScreen.Keys;
import org.lifeboat.ui.drills.DrillsScreen.Offer;
import org.lifeboat.ui.drills.DrillsScreen.PriceFlaw;
import org.lifeboat.ui.drills.DrillsScreen.Remark;
import org.lifeboat.ui.session.LessonHall;

/// Drills for pictures and tests.
public final class DrillCases {
    static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Instant NOW = Instant.parse("2026-11-21T13:05:00Z");

    /// Gas as it is used in the sandbox.
    static final List<DrillMove> MOVES = List.of(
            sent(ExitStep.INITIATE, 229_093, Wei.ZERO),
            new DrillMove.Waited(DrillMove.Reason.SEQUENCING_WINDOW, Duration.ofMinutes(61)),
            sent(ExitStep.OWN_ROOT, 489_163, Wei.of(80_000_000_000_000_000L)),
            sent(ExitStep.PROVE, 269_973, Wei.ZERO),
            new DrillMove.Waited(DrillMove.Reason.CONTEST, Duration.ofHours(84)),
            sent(ExitStep.RESOLVE, 90_000, Wei.ZERO),
            new DrillMove.Waited(DrillMove.Reason.MATURITY, Duration.ofHours(84)),
            sent(ExitStep.FINISH, 141_892, Wei.ZERO));

    /// Somebody with too little on L1, who asks one server on each layer.
    static final RealMoney REAL = real();

    static final DrillsScreen.Position POSITION = new DrillsScreen.Position(
            REAL.l2(),
            new Account(Hash32.ofNumber(7).toAddress(), "Ada", new Account.Kind.Imported(), 0, false),
            REAL.onL2(),
            List.of());

    /// An account that holds tokens alone.
    static final DrillsScreen.Position TOKENS = new DrillsScreen.Position(
            REAL.l2(),
            POSITION.account(),
            Wei.ZERO,
            List.of(new DrillsScreen.TokenHeld(
                    new Token(
                            REAL.l2().chain(), Address.ZERO, "USD Coin", "USDC", 6, Optional.empty(), Optional.empty()),
                    BigInteger.valueOf(250_500_000))));

    private static final DrillGoal.Left LEFT = new DrillGoal.Left(
            new ExitToken(new TokenPair(Address.ZERO, Address.ZERO), BigInteger.valueOf(250_500_000), "playUSDC", 6),
            1,
            2);

    /// As they are offered.
    static final List<LessonHall.Offer> LESSONS = List.of(
            new LessonHall.Offer("ROLLUP", List.of("NO_BOND", "ROOT_ALONE", "PAID_AGAIN", "OPERATOR_ALONE")),
            new LessonHall.Offer("ZK_ROLLUP", List.of("VERIFIER_SAYS_YES", "VERIFIER_OF_ANYBODY")),
            new LessonHall.Offer("CHANNEL", List.of("NO_NUMBER", "NO_CHANNEL_NAMED", "TAKES_BOTH")),
            new LessonHall.Offer("L1_BRIDGE", List.of("RELEASE_FOR_ANYBODY")),
            new LessonHall.Offer("L2_BRIDGE", List.of("CREDIT_FOR_ANYBODY")));

    /// A part of the first one.
    static final List<LessonHall.Step> STEPS = List.of(
            step("DEPOSITED", 4, true, 8, ""),
            step("ROOT_POSTED", 0, true, 8, ""),
            step("CHALLENGED_FOR_NOTHING", 0, true, 8, "NO_BOND"),
            step("OWNER_ASKS", 4, false, 8, ""),
            step("OWNER_ASKS_ALONE", 4, false, 8, "ROOT_ALONE"),
            step("OWNER_ASKS", 4, true, 4, ""),
            step("PAID_TWICE", 4, true, 0, "PAID_AGAIN"));

    private static LessonHall.Step step(String what, long coins, boolean went, long left, String flaw) {
        return new LessonHall.Step(
                what, ether(coins), went, ether(left), Optional.of(flaw).filter(name -> !name.isEmpty()));
    }

    private static Wei ether(long coins) {
        return Wei.of(coins * 1_000_000_000_000_000_000L);
    }

    private DrillCases() {}

    private static RealMoney real() {
        Assurance posted = new Assurance(Assurance.Level.POSTED, Set.of());
        Wei missing = Wei.of(84_100_000_000_000_000L);
        return new RealMoney(
                NetworkRegistry.bundled().find(new ChainId(10)).orElseThrow().network(),
                NetworkRegistry.bundled().find(new ChainId(1)).orElseThrow().network(),
                Wei.of(3_250_000_000_000_000_000L),
                Assurance.MATCHED,
                new Readiness(
                        Wei.of(2_000_000_000_000_000L),
                        Wei.of(4_800_000_000_000_000L),
                        Optional.of(Wei.of(2_800_000_000_000_000L)),
                        Optional.of(Wei.of(80_000_000_000_000_000L)),
                        Optional.of(missing)),
                posted,
                Wei.of(3_000_000_000L),
                new BridgeReport(
                        false,
                        Duration.ofDays(7),
                        Duration.ofHours(84),
                        BridgeReport.Roots.OPEN,
                        8,
                        Wei.of(80_000_000_000_000_000L),
                        Optional.empty(),
                        Address.ZERO,
                        Address.ZERO,
                        Optional.empty(),
                        Optional.empty(),
                        posted),
                Optional.of(Duration.ofHours(84)),
                3_600,
                List.of(),
                new RealMoney.AtHand(true, 1, 1, 0, false));
    }

    private static DrillMove sent(ExitStep step, long gas, Wei along) {
        return new DrillMove.Sent(step, false, Hash32.ZERO, new Gas(gas), along);
    }

    static DrillSight at(DrillStage stage, Optional<DrillWait> wait) {
        DrillSight sight = new DrillSight(Drill.SEQUENCER_GONE, stage, Optional.empty(), wait, List.of());
        return stage == DrillStage.TOKEN
                ? new DrillSight(sight.drill(), stage, sight.exit(), wait, List.of(), Optional.of(LEFT))
                : sight;
    }

    /// Every state of the page.
    public static Map<String, DrillsScreen> all() {
        Map<String, DrillsScreen> all = new LinkedHashMap<>();
        all.put("drills-load", new DrillsScreen.Loading());
        all.put("drills-first", shown(Optional.empty(), Remark.NONE));
        Keys due = new Keys(Optional.empty(), NOW, true);
        all.put("drills-list", shown(Optional.of(due), Remark.LEFT));
        all.put("drills-not-opened", shown(Optional.empty(), Remark.NOT_OPENED));
        all.put("drills-world", world(new DrillsScreen.World(false, true), Remark.NOT_KEPT));
        all.put("drills-world-kept", world(new DrillsScreen.World(true, false), Remark.NONE));
        all.put(
                "drills-lessons",
                new DrillsScreen.Shown(
                        List.of(), List.of(), Optional.empty(), LESSONS, Optional.empty(), Remark.NOT_TAUGHT));
        all.put("drills-lecturing", new DrillsScreen.Lecturing("CHANNEL"));
        all.put("drills-taught", new DrillsScreen.Taught("ROLLUP", STEPS));
        all.put("drills-opening", new DrillsScreen.Opening(Drill.SEQUENCER_GONE));
        DrillEnd end = new DrillEnd(
                Drill.SEQUENCER_GONE, Optional.of(Wei.of(2_000_000_000_000_000_000L)), MOVES, DAY, Optional.empty());
        all.put("drills-ended", DrillsScreen.Ended.first(end));
        all.put("drills-price", new DrillsScreen.Ended(end, DrillsViewModel.FIRST, PriceFlaw.WORTH, "20", "2,500"));
        DrillEnd seen = new DrillEnd(Drill.SOURCE_LIES, Optional.empty(), List.of(), DAY, Optional.empty());
        all.put(
                "drills-rehearsal",
                new DrillsScreen.Shown(
                        List.of(),
                        List.of(POSITION, TOKENS),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Remark.NOT_READ));
        DrillEnd rehearsed =
                new DrillEnd(Drill.SEQUENCER_GONE, Optional.of(POSITION.held()), MOVES, DAY, Optional.of(REAL));
        all.put("drills-rehearsed", DrillsScreen.Ended.first(rehearsed));
        all.put("drills-seen", DrillsScreen.Ended.first(seen));
        return all;
    }

    private static DrillsScreen world(DrillsScreen.World world, Remark remark) {
        return new DrillsScreen.Shown(
                List.of(new Offer(Drill.SEQUENCER_GONE, Optional.of(DAY))),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.of(world),
                remark);
    }

    static DrillsScreen shown(Optional<Keys> keys, Remark remark) {
        List<Offer> offers = Arrays.stream(Drill.values())
                .map(drill -> new Offer(
                        drill, keys.filter(_ -> drill == Drill.FALSE_ROOT).map(_ -> DAY)))
                .toList();
        return new DrillsScreen.Shown(offers, List.of(), keys, List.of(), Optional.empty(), remark);
    }

    /// What the guide says, at each of its stages.
    public static Map<String, GuideScreen> guides() {
        Map<String, GuideScreen> all = new LinkedHashMap<>();
        for (DrillStage stage : DrillStage.values()) {
            Optional<DrillWait> wait = switch (stage) {
                case AWAIT_WINDOW, TOKEN -> Optional.of(new DrillWait.Window());
                case PAUSED -> Optional.of(new DrillWait.Pause());
                case AWAIT_CONTEST -> Optional.of(new DrillWait.Contest(Duration.ofHours(84)));
                case AWAIT_MATURITY -> Optional.of(new DrillWait.Maturity(Duration.ofDays(7)));
                case FALSE_ROOT_NEW -> Optional.of(new DrillWait.Finality(Duration.ofMinutes(19)));
                case FALSE_ROOT -> Optional.of(new DrillWait.Fall(Duration.ofHours(85)));
                case AWAIT_BLOCK, AWAIT_L2, AWAIT_ROOT, SILENT -> Optional.of(new DrillWait.Block());
                default -> Optional.empty();
            };
            all.put("guide-" + stage, new GuideScreen(Drill.SEQUENCER_GONE, Optional.of(at(stage, wait)), false));
        }
        all.put("guide-passing", new GuideScreen(Drill.FALSE_ROOT, Optional.empty(), true));
        return all;
    }
}
