package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.dispute.ContestStage;
import org.lifeboat.engine.dispute.DisputeStep;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.watch.ContestRounds;
import org.lifeboat.engine.watch.Haste;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.sandbox.world.PlayWorld;

/// A contest of the user, watched: what has to be answered, how long there is for it, and what can be claimed.
class ContestRoundsTest {
    private static final int MOST_TURNS = 16;
    private static final Duration SPAN = Duration.ofHours(85);

    private WorldWallet wallet;
    private Disputes.Plan plan;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        wallet = WorldWallet.quick(Keccak256.digest(new byte[] {1}));
        wallet.l2Door.rpc("sandbox_tell", "[\"challenger\",{\"kind\":\"stop\"}]");
        wallet.l2Door.rpc("sandbox_tell", "[\"proposer\",{\"kind\":\"falseRoots\"}]");
        plan = contest();
    }

    @AfterEach
    void close() throws IOException {
        wallet.close();
    }

    @Test
    void aFalseRoot_isSaid_andAgainAsItsClockRunsOut_alsoAfterARestart() {
        ContestRounds.Sight first = news();
        assertThat(first.report().stage()).isEqualTo(ContestStage.MOVE);
        assertThat(first.haste()).isEqualTo(Haste.THIS_WEEK);
        Instant until = first.fallsAt().orElseThrow();
        assertThat(until).isAfter(wallet.now());
        assertThat(rounds().round().news()).as("told already").isEmpty();

        wallet.skip(Duration.between(wallet.now(), until).minusHours(3));
        assertThat(news().haste()).isEqualTo(Haste.NOW);
        assertThat(rounds().missed()).isEmpty();
        wallet.skip(Duration.ofHours(4));

        assertThat(rounds().missed())
                .as("before anybody looks again")
                .singleElement()
                .satisfies(missed -> {
                    assertThat(missed.plan().id()).isEqualTo(plan.id());
                    assertThat(missed.since()).isEqualTo(until);
                    assertThat(missed.fell()).isTrue();
                });
        assertThat(news().report().stage()).isEqualTo(ContestStage.CAN_SETTLE);
        assertThat(rounds().missed()).isEmpty();
    }

    @Test
    void aBondThatCanBeClaimed_isSaid() throws InterruptedException {
        wallet.untilFinal(plan);
        assertThat(wallet.carryOut(plan)).contains(DisputeStep.MOVE);
        wallet.blocks(1);
        ContestRounds.Round waiting = rounds().round();
        assertThat(waiting.news()).isEmpty();
        assertThat(waiting.seen()).singleElement().satisfies(sight -> {
            assertThat(sight.report().stage()).isEqualTo(ContestStage.WAIT);
            assertThat(sight.notBefore()).isPresent();
            assertThat(sight.haste()).isEqualTo(Haste.CALM);
        });
        rounds().told(waiting);

        boolean claimable = false;
        for (int turn = 0; turn < MOST_TURNS && !claimable; turn++) {
            ContestRounds.Round round = rounds().round();
            claimable = round.news().stream().anyMatch(sight -> sight.report().stage() == ContestStage.CAN_CLAIM);
            rounds().told(round);
            Optional<DisputeStep> step = claimable ? Optional.empty() : wallet.carryOut(plan);
            if (step.isPresent()) {
                wallet.blocks(1);
            } else {
                wallet.skip(SPAN);
            }
        }
        assertThat(claimable).isTrue();
    }

    private ContestRounds.Sight news() {
        ContestRounds.Round round = rounds().round();
        assertThat(round.news()).hasSize(1);
        rounds().told(round);
        return round.news().getFirst();
    }

    private Disputes.Plan contest() throws InterruptedException {
        Exits.Plan exit = wallet.begin(ExitState.Way.SEQUENCER, PlayWorld.ether(2));
        assertThat(wallet.carryOut(exit)).isTrue();
        wallet.blocks(4);
        CheckReport report = wallet.check(new CheckWish.Newest());
        return wallet.disputes()
                .begin(WorldWallet.L2.chain(), wallet.own(), report)
                .orElseThrow(() -> new AssertionError(report.finding() + " " + report.troubles()));
    }

    /// As a program has it that was just started.
    private ContestRounds rounds() {
        return new ContestRounds(
                wallet.storage(), wallet.profile().networks(), wallet.places(), wallet::now, WorldWallet.PATIENCE);
    }
}
