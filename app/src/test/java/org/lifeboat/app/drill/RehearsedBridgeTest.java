package org.lifeboat.app.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.PlayMoney;
import org.lifeboat.app.wiring.PlaySession;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.DrillMove;
import org.lifeboat.engine.drill.DrillTurn;
import org.lifeboat.engine.drill.PlayedBridge;
import org.lifeboat.engine.drill.RealMoney;
import org.lifeboat.engine.drill.Rehearsal;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.source.Route;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
import org.lifeboat.resources.Language;
import org.lifeboat.resources.Words;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.sandbox.rollup.BatchPlace;
import org.lifeboat.sandbox.rollup.BridgeDelays;
import org.lifeboat.sandbox.rollup.RollupPlan;
import org.lifeboat.sandbox.world.PlayWorld;
import org.lifeboat.ui.drills.RehearsalCertificate;
import org.lifeboat.ui.drills.RehearsalWords;
import org.lifeboat.vault.signing.Approval;
import org.lifeboat.vault.signing.Description;

/// What a rehearsal is played with is what was read of the real bridge. The chains of one sandbox stand for the real
/// ones.
class RehearsedBridgeTest {
    private static final Address OWNER = Address.fromHex("0x00000000000000000000000000000000000a11ce");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Until what was deposited is there.
    private static final int BLOCKS = 3;

    private static final Wei USUAL_BOND = Wei.of(80_000_000_000_000_000L);
    private static final Wei BOND = Wei.of(1_310_000_000_000_000_000L);

    @Test
    void theBondAndEachDelay_areTheRealBridges_inThePlayItself() throws IOException, InterruptedException {
        BridgeDelays delays = new BridgeDelays(Duration.ofHours(2), Duration.ofHours(30), Duration.ofHours(9));
        RealMoney money = read(RollupPlan.FIRST.with(delays).with(BOND));
        assertThat(money.bridge().bond()).isEqualTo(BOND);
        assertThat(money.contest()).contains(Duration.ofHours(30));

        List<DrillMove> moves = played(money);

        assertThat(moves)
                .filteredOn(move -> move instanceof DrillMove.Sent sent && sent.step() == ExitStep.OWN_ROOT)
                .singleElement()
                .isInstanceOfSatisfying(
                        DrillMove.Sent.class, sent -> assertThat(sent.along()).isEqualTo(BOND));
        Duration waited = moves.stream()
                .map(move -> move instanceof DrillMove.Waited one && one.reason() != DrillMove.Reason.SEQUENCING_WINDOW
                        ? one.span()
                        : Duration.ZERO)
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(waited)
                .as("the contest and what comes after it; the proof's own time is over by then")
                .isBetween(Duration.ofMinutes(38 * 60 + 50), Duration.ofHours(40));
        String certificate = certificate(new Rehearsal(money, moves));
        assertThat(certificate)
                .contains("takes a bond of 1.31 play ETH there", "The sandbox takes as much.")
                .contains("waits 2 h after the proof and 9 h after the contest", "lasts 1 d 6 h")
                .doesNotContain("0.08");
    }

    @Test
    void rootsInAList_takeNoBond_andSoItIsInThePlay() throws IOException, InterruptedException {
        RealMoney money = read(RollupPlan.FIRST
                .with(Bridge.Posting.OUTPUTS)
                .with(new BridgeDelays(Duration.ofMinutes(40), Duration.ofHours(6), Duration.ofSeconds(1)))
                .with(new RollupPlan.Habits(2, BatchPlace.CALLDATA, 60, false)));

        List<DrillMove> moves = played(money);

        assertThat(moves)
                .filteredOn(move -> move instanceof DrillMove.Sent sent && sent.step() == ExitStep.OWN_ROOT)
                .singleElement()
                .isInstanceOfSatisfying(
                        DrillMove.Sent.class, sent -> assertThat(sent.along()).isEqualTo(Wei.ZERO));
        assertThat(certificate(new Rehearsal(money, moves))).contains("without bonds");
    }

    @Test
    void whatASandboxCannotDo_isSaidAsItIsPlayed() throws IOException {
        RealMoney read = read(RollupPlan.FIRST);
        assertThat(read.played())
                .isEqualTo(new PlayedBridge(
                        Duration.ofDays(7), Duration.ofHours(84), Duration.ofHours(84), Optional.of(USUAL_BOND)));

        RealMoney odd =
                with(read, Duration.ofDays(400), Duration.ZERO, PlayWorld.ether(250), Optional.of(Duration.ofHours(1)));
        BridgeDelays delays = BridgeTerms.of(odd).delays();

        assertThat(List.of(delays.maturity(), delays.contest(), delays.airGap()))
                .as("the sandbox takes them as they are, and what is said is what is played")
                .containsExactly(
                        odd.played().maturity(),
                        odd.played().contest(),
                        odd.played().airGap());
        assertThat(BridgeTerms.of(odd).bond()).contains(PlayWorld.ether(100));
        assertThat(Purse.of(odd).onL1()).isGreaterThan(PlayWorld.ether(100));
        assertThat(copied(odd))
                .contains("The sandbox cannot do that: it waits 194 d 4 h 20 min and 1 s.")
                .contains("lasts 1 h where nobody answers. The sandbox cannot do that: there it lasts 6 h.")
                .contains("takes a bond of 250 play ETH there")
                .contains("The sandbox takes 100 play ETH, the most that it can");
    }

    @Test
    void aContestThatCouldNotBeRead_isSaidToBePlayedAsOnMostChains() throws IOException {
        RealMoney read = read(RollupPlan.FIRST);
        BridgeReport bridge = read.bridge();
        RealMoney unread = with(read, bridge.maturity(), bridge.airGap(), bridge.bond(), Optional.empty());

        assertThat(BridgeTerms.of(unread).delays()).isEqualTo(BridgeDelays.USUAL);
        assertThat(copied(unread)).contains("could not be read. In the sandbox it lasts 3 d 12 h");
    }

    private static RealMoney with(
            RealMoney money, Duration maturity, Duration airGap, Wei bond, Optional<Duration> contest) {
        BridgeReport real = money.bridge();
        return new RealMoney(
                money.l2(),
                money.l1(),
                money.onL2(),
                money.ofL2(),
                money.ready(),
                money.ofL1(),
                money.price(),
                new BridgeReport(
                        real.paused(),
                        maturity,
                        airGap,
                        real.roots(),
                        real.rootsNumber(),
                        bond,
                        real.finalBlock(),
                        real.portal(),
                        real.factory(),
                        real.registry(),
                        real.systemConfig(),
                        real.assurance()),
                contest,
                money.window(),
                money.tokens(),
                money.atHand());
    }

    private static String copied(RealMoney money) {
        return String.join("\n", new RehearsalWords(Words.of(Language.ENGLISH, "drill")::say).copied(money));
    }

    private static String certificate(Rehearsal rehearsal) {
        return new RehearsalCertificate(Words.of(Language.ENGLISH, "drill"), rehearsal, LocalDate.of(2026, 11, 21))
                .html();
    }

    /// What somebody has there, once a root has been posted.
    private static RealMoney read(RollupPlan plan) throws IOException {
        try (PlaySession session = PlaySession.still(plan)) {
            session.sandbox().faucet().giveCoins(OWNER, PlayWorld.ether(10));
            session.sandbox().faucet().bridgeCoins(plan.portal(), OWNER, PlayWorld.ether(5));
            SandboxWorld world = new SandboxWorld(session.sandbox());
            for (int i = 0; i < BLOCKS; i++) {
                world.block();
            }
            Profile profile = session.profile();
            try (Online online = new Online(profile, Route.DIRECT, _ -> {})) {
                ExitPlace place = new ExitPlace(
                        PlayMoney.ROLLUP,
                        online.sources(PlayMoney.ROLLUP.chain()),
                        PlayMoney.NETWORK,
                        online.sources(PlayMoney.NETWORK.chain()),
                        plan.portal());
                Exits exits = new Exits(profile.storage(), profile.clock(), PATIENCE);
                RealMoney.Outcome outcome =
                        RealMoney.read(profile.storage(), exits, profile.clock(), place, OWNER, true, PATIENCE);
                assertThat(outcome).isInstanceOf(RealMoney.Outcome.Read.class);
                return ((RealMoney.Outcome.Read) outcome).money();
            }
        }
    }

    private static List<DrillMove> played(RealMoney money) throws IOException, InterruptedException {
        List<DrillMove> moves = new ArrayList<>();
        try (DrillSession session = DrillSession.open(Purse.of(money), BridgeTerms.of(money))) {
            session.begin(Drill.SEQUENCER_GONE, (_, draft) -> {
                Description said = session.player().describe(draft);
                Approval approval = said.approve();
                return session.player()
                        .sign(draft, said.needsSecondConfirmation() ? approval.confirmAgain() : approval);
            });
            DrillTurn turn = session.next();
            for (; turn instanceof DrillTurn.Moved(DrillMove move); turn = session.next()) {
                moves.add(move);
            }
            assertThat(turn).isEqualTo(new DrillTurn.Ended(true));
        }
        return moves;
    }
}
