package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.ExitFacts;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.Proof;
import org.lifeboat.rollups.opstack.Standing;

/// Each standing has its own word, and no date is named that nobody knows.
class ExitReportTest {
    private static final Address USER = Address.ZERO;

    @Test
    void standings_haveTheirStages() {
        Proof proof = new Proof(USER, new L1Time(950), game(1), false);
        L1Call call = new L1Call(USER, Wei.ZERO, Bytes.EMPTY);

        assertThat(stage(new Standing.Paused(List.of()))).isEqualTo(ExitStage.PAUSED);
        assertThat(stage(new Standing.NoRoot(Optional.empty(), Optional.empty())))
                .isEqualTo(ExitStage.NO_ROOT);
        assertThat(stage(new Standing.NoRoot(Optional.empty(), Optional.of(Wei.of(8)))))
                .isEqualTo(ExitStage.NO_ROOT_BUT_OWN);
        assertThat(stage(new Standing.CanProve(game(1), List.of()))).isEqualTo(ExitStage.CAN_PROVE);
        assertThat(stage(new Standing.CanProve(game(2), List.of()))).isEqualTo(ExitStage.CAN_PROVE_CONTESTED);
        assertThat(stage(new Standing.Waiting(proof, Optional.empty()))).isEqualTo(ExitStage.WAITING_UNDATED);
        Proof contested = new Proof(USER, new L1Time(950), game(2), false);
        assertThat(stage(new Standing.Waiting(contested, Optional.empty()))).isEqualTo(ExitStage.WAITING_CONTESTED);
        assertThat(stage(new Standing.NotRead(5))).isEqualTo(ExitStage.ROOTS_NOT_READ);
        assertThat(stage(new Standing.CanResolve(proof, call))).isEqualTo(ExitStage.CAN_RESOLVE);
        assertThat(stage(new Standing.Doubted(proof, new L1Time(2_000), Optional.of(game(1)))))
                .isEqualTo(ExitStage.ROOT_IN_DOUBT);
        assertThat(stage(new Standing.Doubted(proof, new L1Time(2_000), Optional.empty())))
                .isEqualTo(ExitStage.ROOT_IN_DOUBT_ALONE);
        assertThat(stage(new Standing.MustProveAgain(proof, Optional.of(game(1)))))
                .isEqualTo(ExitStage.MUST_PROVE_AGAIN);
        assertThat(stage(new Standing.MustProveAgain(proof, Optional.empty()))).isEqualTo(ExitStage.LOST_PROOF);
        assertThat(stage(new Standing.CanFinish(proof))).isEqualTo(ExitStage.CAN_FINISH);
    }

    @Test
    void whereAProofIsToBeMade_theBondForAnOwnRootIsNamed_alsoBesideRootsOfOthers() {
        Proof proof = new Proof(USER, new L1Time(950), game(1), false);

        assertThat(ExitReport.of(look(new Standing.MustProveAgain(proof, Optional.empty())))
                        .bond())
                .contains(Wei.of(80));
        assertThat(ExitReport.of(look(new Standing.MustProveAgain(proof, Optional.of(game(1)))))
                        .bond())
                .as("nobody may give what proves against that one")
                .contains(Wei.of(80));
        assertThat(ExitReport.of(look(new Standing.CanProve(game(1), List.of())))
                        .bond())
                .contains(Wei.of(80));
        assertThat(ExitReport.of(look(new Standing.CanFinish(proof))).bond()).isEmpty();
    }

    @Test
    void waiting_hasItsDate_andNothingElseHas() {
        Proof proof = new Proof(USER, new L1Time(950), game(1), false);
        ExitReport waiting = ExitReport.of(look(new Standing.Waiting(proof, Optional.of(new L1Time(2_000)))));

        assertThat(waiting.stage()).isEqualTo(ExitStage.WAITING);
        assertThat(waiting.notBefore()).contains(Instant.ofEpochSecond(2_000));
        assertThat(waiting.rootBlock()).contains(50L);
        assertThat(ExitReport.of(look(new Standing.CanFinish(proof))).notBefore())
                .isEmpty();
    }

    @Test
    void whatIsOver_isPaidOutOnlyWhereTheMoneyArrived() {
        assertThat(ExitReport.of(over(Optional.of(true))).stage()).isEqualTo(ExitStage.PAID_OUT);
        assertThat(ExitReport.of(over(Optional.of(false))).stage()).isEqualTo(ExitStage.PAID_OUT_LOST);
        assertThat(ExitReport.of(over(Optional.empty())).stage()).isEqualTo(ExitStage.PAID_OUT_UNSEEN);
    }

    @Test
    void aTransactionThatTheL2HasNot_isAwaitedThroughL1_orFromTheSequencer() {
        Hash32 hash = Hash32.ofNumber(7);
        assertThat(ExitReport.of(look(ExitState.Way.THROUGH_L1, new ExitNext.AwaitL2(hash)))
                        .stage())
                .isEqualTo(ExitStage.AWAIT_L2);
        ExitReport report = ExitReport.of(look(ExitState.Way.SEQUENCER, new ExitNext.AwaitL2(hash)));
        assertThat(report.stage()).isEqualTo(ExitStage.AWAIT_SEQUENCER);
        assertThat(report.transaction()).contains(hash);
        ExitReport silent = ExitReport.of(look(ExitState.Way.SEQUENCER, new ExitNext.CouldNotLook(true, "off")));
        assertThat(silent.stage()).isEqualTo(ExitStage.L1_SILENT);
        assertThat(silent.why()).isEqualTo("off");
    }

    private static ExitStage stage(Standing standing) {
        return ExitReport.of(look(standing)).stage();
    }

    private static Exits.Look over(Optional<Boolean> arrived) {
        Exits.Look look = look(new Standing.PaidOut());
        return new Exits.Look(
                look.plan(), look.next(), look.waiting(), look.assurance(), arrived, look.disagreements());
    }

    private static Exits.Look look(Standing standing) {
        Bridge bridge = new Bridge(
                new Bridge.Contracts(USER, USER, Optional.empty(), Optional.empty(), Optional.empty()),
                0,
                Duration.ofDays(7),
                Duration.ofHours(84),
                false,
                1,
                Wei.of(80),
                Optional.empty());
        ExitFacts facts = new ExitFacts(new L1Time(1_000), bridge, false, List.of(), List.of());
        return look(ExitState.Way.SEQUENCER, new ExitNext.OnL1(standing, facts));
    }

    private static Exits.Look look(ExitState.Way way, ExitNext next) {
        Exits.Plan plan = new Exits.Plan(
                new PlanStore.Id(1), new ChainId(901), USER, ExitState.wanted(way, USER, Wei.of(300)), Instant.EPOCH);
        return new Exits.Look(plan, next, List.of(), Optional.empty(), Optional.empty(), List.of());
    }

    private static Game game(long claims) {
        return new Game(
                Optional.of(0L),
                0,
                USER,
                new L1Time(900),
                Hash32.ZERO,
                new L2Block(50),
                Game.Status.IN_PROGRESS,
                Optional.empty(),
                true,
                true,
                claims,
                Optional.of(Duration.ofHours(84)));
    }
}
