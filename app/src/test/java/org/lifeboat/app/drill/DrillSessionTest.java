package org.lifeboat.app.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.dispute.DisputeStep;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.DrillBill;
import org.lifeboat.engine.drill.DrillMove;
import org.lifeboat.engine.drill.DrillTurn;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.resources.Language;
import org.lifeboat.resources.Words;
import org.lifeboat.sandbox.contracts.NamedToken;
import org.lifeboat.sandbox.contracts.PlayToken;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.rollup.BridgeDelays;
import org.lifeboat.sandbox.rollup.Role;
import org.lifeboat.sandbox.world.PlayWorld;
import org.lifeboat.ui.drills.Certificate;
import org.lifeboat.vault.signing.Approval;
import org.lifeboat.vault.signing.Description;

/// The wallet's whole way out, through its own sources, plans, vault and a sandbox, in one process.
class DrillSessionTest {
    /// Source: op-contracts, `FaultDisputeGame`, `Move(uint256,bytes32,address)`.
    private static final Hash32 MOVE =
            Keccak256.hash("Move(uint256,bytes32,address)".getBytes(StandardCharsets.US_ASCII));

    /// Source: op-contracts, `FaultDisputeGame.getRequiredBond`, at depth 0.
    private static final Wei ROOT_BOND = Wei.of(80_000_000_000_000_000L);

    private DrillSession session;
    private final List<DrillMove> moves = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        session = DrillSession.open();
    }

    @AfterEach
    void close() throws IOException {
        session.close();
    }

    @Test
    void theSequencerIsGone_theMoneyComesHomeByTheUsersStepsAlone() throws InterruptedException {
        session.begin(Drill.SEQUENCER_GONE, this::sign);

        assertThat(playToTheEnd()).isEqualTo(new DrillTurn.Ended(true));

        assertThat(steps())
                .containsExactly(
                        ExitStep.INITIATE,
                        ExitStep.OWN_ROOT,
                        ExitStep.PROVE,
                        ExitStep.RESOLVE,
                        ExitStep.RESOLVE,
                        ExitStep.FINISH);
        assertThat(waits())
                .containsExactly(
                        DrillMove.Reason.SEQUENCING_WINDOW, DrillMove.Reason.CONTEST, DrillMove.Reason.MATURITY);
        DrillBill bill = new DrillBill(moves, Wei.of(20_000_000_000L));
        assertThat(bill.onEthereum()).isBetween(Duration.ofDays(7), Duration.ofDays(8));
        assertThat(bill.bonds().toTokenAmount().toExactString()).isEqualTo("0.08");
        Wei home = balanceOnL1();
        assertThat(home.plus(bill.bonds())).isBetween(PlayWorld.ether(6), PlayWorld.ether(7));
    }

    @Test
    void aBridgeThatWasCopied_letsWaitAsLong_andIsPausedLikeTheRealOne() throws IOException, InterruptedException {
        session.close();
        BridgeDelays delays = new BridgeDelays(Duration.ofDays(2), Duration.ofDays(1), Duration.ofHours(5));
        session = DrillSession.open(Purse.USUAL, new BridgeTerms(delays, true, Optional.empty(), Optional.empty()));
        session.begin(Drill.SEQUENCER_GONE, this::sign);

        assertThat(playToTheEnd()).isEqualTo(new DrillTurn.Ended(true));

        assertThat(waits())
                .containsExactly(
                        DrillMove.Reason.SEQUENCING_WINDOW,
                        DrillMove.Reason.PAUSE,
                        DrillMove.Reason.CONTEST,
                        DrillMove.Reason.MATURITY);
        assertThat(steps()).startsWith(ExitStep.INITIATE, ExitStep.OWN_ROOT, ExitStep.PROVE);
        assertThat(new DrillBill(moves, Wei.of(1)).onEthereum())
                .as("two days after the proof, and the window before it")
                .isBetween(Duration.ofHours(59), Duration.ofHours(62));
    }

    /// The whole of it is brought home together: one root, one window, and each its own proof and payout.
    @Test
    void tokensThatWereCopied_comeHomeBesideTheCoin_atTheRealPriceOfGas() throws IOException, InterruptedException {
        session.close();
        Wei price = Wei.of(30_000_000_000L);
        NamedToken dollar = new NamedToken("playUSDC", 6, 0);
        NamedToken whole = new NamedToken("playWHOLE", 0, 1);
        Purse purse = new Purse(
                PlayWorld.ether(3),
                PlayWorld.ether(2),
                PlayWorld.ether(2),
                List.of(
                        new Purse.Copy(dollar, BigInteger.valueOf(812_500_000)),
                        new Purse.Copy(whole, BigInteger.valueOf(7))));
        session = DrillSession.open(
                purse, new BridgeTerms(BridgeDelays.USUAL, false, Optional.of(price), Optional.empty()));
        session.begin(Drill.SEQUENCER_GONE, this::sign);

        assertThat(playToTheEnd()).isEqualTo(new DrillTurn.Ended(true));

        assertThat(unitsOnL1(dollar)).isEqualTo(BigInteger.valueOf(812_500_000));
        assertThat(unitsOnL1(whole)).isEqualTo(BigInteger.valueOf(7));
        assertThat(steps().stream().filter(ExitStep.OWN_ROOT::equals)).hasSize(1);
        assertThat(steps().stream().filter(ExitStep.FINISH::equals)).hasSize(3);
        assertThat(waits())
                .containsExactly(
                        DrillMove.Reason.SEQUENCING_WINDOW, DrillMove.Reason.CONTEST, DrillMove.Reason.MATURITY);
        assertThat(moves)
                .filteredOn(move -> move instanceof DrillMove.Sent sent
                        && sent.step() == ExitStep.FINISH
                        && sent.token().equals(Optional.of("812.5 playUSDC")))
                .hasSize(1);
        DrillBill bill = new DrillBill(moves, price);
        Wei spent = PlayWorld.ether(5).minus(balanceOnL1().plus(bill.bonds())).orElseThrow();
        assertThat(spent.value())
                .as("what was really paid is what the bill says")
                .isBetween(percent(bill.fees(), 96), percent(bill.fees(), 104));
    }

    private static BigInteger percent(Wei wei, long percent) {
        return wei.value().multiply(BigInteger.valueOf(percent)).divide(BigInteger.valueOf(100));
    }

    private BigInteger unitsOnL1(NamedToken token) {
        return session.sandbox()
                .l1()
                .history()
                .newest()
                .state()
                .storage(
                        token.pair().l1Token(),
                        PlayToken.balanceSlot(session.player().address()))
                .toNumber();
    }

    @Test
    void withEverybodyAtWork_aWithdrawalComesHomeToo() throws InterruptedException {
        session.begin(
                Optional.empty(),
                List.of(ExitState.wanted(
                        ExitState.Way.SEQUENCER, session.player().address(), DrillSession.WANTED)),
                this::sign);

        assertThat(playToTheEnd()).isEqualTo(new DrillTurn.Ended(true));

        assertThat(steps()).startsWith(ExitStep.INITIATE, ExitStep.PROVE).endsWith(ExitStep.FINISH);
        assertThat(steps()).doesNotContain(ExitStep.OWN_ROOT);
        assertThat(balanceOnL1()).isGreaterThan(PlayWorld.ether(6));
    }

    @Test
    void theSequencerCensors_layer1TakesTheUserPastIt() throws InterruptedException {
        session.begin(Drill.SEQUENCER_CENSORS, this::sign);

        assertThat(playToTheEnd()).isEqualTo(new DrillTurn.Ended(true));

        assertThat(steps()).startsWith(ExitStep.INITIATE, ExitStep.PROVE).doesNotContain(ExitStep.OWN_ROOT);
        assertThat(waits()).doesNotContain(DrillMove.Reason.SEQUENCING_WINDOW);
        assertThat(balanceOnL1()).isGreaterThan(PlayWorld.ether(6));
    }

    @Test
    void aFalseRoot_isNotProvenAgainst_falls_andIsReplacedByTheUsersOwn() throws InterruptedException {
        session.begin(Drill.FALSE_ROOT, this::sign);

        assertThat(playToTheEnd()).isEqualTo(new DrillTurn.Ended(true));

        assertThat(moves).filteredOn(DrillMove.Refused.class::isInstance).hasSize(1);
        assertThat(steps()).startsWith(ExitStep.INITIATE, ExitStep.OWN_ROOT, ExitStep.PROVE);
        assertThat(moves.getFirst())
                .isInstanceOfSatisfying(
                        DrillMove.Sent.class,
                        sent -> assertThat(sent.onLayer2()).isTrue());
        assertThat(new DrillBill(moves, Wei.of(1)).onEthereum()).isGreaterThan(Duration.ofDays(10));
    }

    @Test
    void aFalseRoot_canBeContestedByThePlayer() throws InterruptedException {
        session.begin(Drill.FALSE_ROOT, this::sign, (_, draft) -> sign(draft));

        assertThat(playToTheEnd()).isEqualTo(new DrillTurn.Ended(true));

        assertThat(contestSteps())
                .as("the counter, both claims and the game, and what is due")
                .containsExactly(
                        DisputeStep.MOVE,
                        DisputeStep.SETTLE,
                        DisputeStep.SETTLE,
                        DisputeStep.SETTLE,
                        DisputeStep.UNLOCK,
                        DisputeStep.CLAIM);
        assertThat(contestants()).containsExactly(session.player().address());
        assertThat(moves).filteredOn(DrillMove.Refused.class::isInstance).hasSize(1);
        DrillBill bill = new DrillBill(moves, Wei.of(1));
        assertThat(bill.bonds())
                .as("for the contest and for the true root")
                .isGreaterThan(Wei.of(160_000_000_000_000_000L));
        assertThat(bill.bondsBack()).isEqualTo(bill.bonds().minus(ROOT_BOND).orElseThrow());
        // 5 play ETH, the withdrawal, and the liar's bond; less a bond of its own and fees.
        assertThat(balanceOnL1())
                .isBetween(
                        PlayWorld.ether(7)
                                .minus(Wei.of(10_000_000_000_000_000L))
                                .orElseThrow(),
                        PlayWorld.ether(7));
    }

    @Test
    void aFalseRoot_isContestedByOthers_wherePlayersLeaveItToThem() throws InterruptedException {
        session.begin(Drill.FALSE_ROOT, this::sign, (_, _) -> Optional.empty());

        assertThat(playToTheEnd()).isEqualTo(new DrillTurn.Ended(true));

        assertThat(moves).noneMatch(DrillMove.Contested.class::isInstance);
        assertThat(contestants())
                .containsExactly(session.sandbox().rollup().plan().account(Role.CHALLENGER));
    }

    private List<DisputeStep> contestSteps() {
        return moves.stream()
                .filter(DrillMove.Contested.class::isInstance)
                .map(move -> ((DrillMove.Contested) move).step())
                .toList();
    }

    @Test
    void whoeverBeginsAContest_andDoesNotSettleIt_endsTheDrill() throws InterruptedException {
        session.begin(
                Drill.FALSE_ROOT,
                this::sign,
                (step, draft) -> step == DisputeStep.MOVE ? sign(draft) : Optional.empty());

        assertThat(playToTheEnd()).isEqualTo(new DrillTurn.Declined());
        assertThat(contestSteps()).containsExactly(DisputeStep.MOVE);
    }

    /// Who has countered a root, game by game.
    private List<Address> contestants() {
        List<Address> all = new ArrayList<>();
        L1Node l1 = session.sandbox().l1();
        for (long number = 0; number <= l1.history().newest().number(); number++) {
            l1.history().at(number).orElseThrow().transactions().stream()
                    .filter(each -> each.receipt().logs().stream()
                            .anyMatch(log -> log.topics().getFirst().equals(MOVE)))
                    .forEach(each -> all.add(each.sent().from()));
        }
        return all;
    }

    @Test
    void whoeverDoesNotWantTo_signsNothing() throws InterruptedException {
        session.begin(Drill.SEQUENCER_GONE, (_, _) -> Optional.empty());

        assertThat(session.next()).isEqualTo(new DrillTurn.Declined());
        assertThat(balanceOnL1()).isEqualTo(DrillSession.HELD);
    }

    @Test
    void certificate_saysEachMove_inBothLanguages() {
        DrillMove sent = new DrillMove.Sent(ExitStep.PROVE, false, Hash32.ZERO, new Gas(300_000), Wei.ZERO);
        DrillMove waited = new DrillMove.Waited(DrillMove.Reason.SEQUENCING_WINDOW, Duration.ofHours(1));
        DrillBill bill = new DrillBill(List.of(sent, waited), Wei.of(20_000_000_000L));
        for (Language language : Language.values()) {
            Words words = Words.of(language, "drill");
            String html = new Certificate(
                            words,
                            Drill.SEQUENCER_GONE,
                            Optional.of(DrillSession.WANTED),
                            bill,
                            Optional.of(new BigDecimal("2500")),
                            LocalDate.of(2026, 11, 22))
                    .html();

            assertThat(html)
                    .contains(words.say("drill.step.PROVE"), "300000", "0.006 ETH", "15.00", "2026-11-22")
                    .contains("lang=\"" + language.tag() + "\"")
                    .doesNotContain("{0", "{1");
        }
        assertThat(bill.onEthereum()).isEqualTo(DrillBill.REAL_WINDOW);
    }

    private Optional<SignedTransaction> sign(ExitStep step, Draft draft) {
        return sign(draft);
    }

    private Optional<SignedTransaction> sign(Draft draft) {
        Description description = session.player().describe(draft);
        Approval approval = description.approve();
        return session.player().sign(draft, description.needsSecondConfirmation() ? approval.confirmAgain() : approval);
    }

    private DrillTurn playToTheEnd() throws InterruptedException {
        while (true) {
            DrillTurn turn = session.next();
            if (!(turn instanceof DrillTurn.Moved(DrillMove move))) {
                return turn;
            }
            moves.add(move);
        }
    }

    private List<ExitStep> steps() {
        return moves.stream()
                .filter(DrillMove.Sent.class::isInstance)
                .map(move -> ((DrillMove.Sent) move).step())
                .toList();
    }

    private List<DrillMove.Reason> waits() {
        return moves.stream()
                .filter(DrillMove.Waited.class::isInstance)
                .map(move -> ((DrillMove.Waited) move).reason())
                .filter(reason -> reason != DrillMove.Reason.BLOCK)
                .toList();
    }

    private Wei balanceOnL1() {
        Address player = session.player().address();
        return session.sandbox()
                .l1()
                .history()
                .newest()
                .state()
                .account(player)
                .orElseThrow()
                .balance();
    }
}
