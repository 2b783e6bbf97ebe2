package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.fake.FakeBridge;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.ExitFacts;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.Proof;
import org.lifeboat.rollups.opstack.RootPlace;
import org.lifeboat.rollups.opstack.Standing;
import org.lifeboat.rollups.opstack.Withdrawal;

/// A plan's steps forward, and back where a chain takes something back.
class ExitPlanTest {
    private static final Address USER = Address.fromHex("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
    private static final Hash32 ON_L2 = Hash32.ofNumber(77);
    private static final ExitState WANTED = ExitState.wanted(ExitState.Way.SEQUENCER, USER, Wei.of(300));
    private static final Withdrawal SENT = new Withdrawal(
            BigInteger.ONE.shiftLeft(240), USER, USER, Wei.of(300), BigInteger.valueOf(100_000), Bytes.EMPTY);
    private static final L2Block IN = new L2Block(40);

    @Test
    void nothingSigned_isToBeInitiated_andOnlyThen() {
        assertThat(step(WANTED, Optional.empty()).next()).isEqualTo(new ExitNext.Initiate());
        // A source that is behind says that the nonce was taken while another has the transaction in a block.
        Status taken = new Status.Replaced(Optional.empty());
        for (Status waits : List.of(new Status.Saved(), new Status.Sent(Instant.EPOCH), new Status.Dropped(), taken)) {
            OwnTransaction own = initiation(waits);
            assertThat(step(WANTED, Optional.of(own)).next())
                    .as("a second initiation beside %s would pay twice", waits)
                    .isEqualTo(new ExitNext.AwaitOwn(own));
        }
        OwnTransaction failed = initiation(new Status.Reverted(new BlockRef(3, ON_L2, 9)));
        assertThat(step(WANTED, Optional.of(failed)).next()).isEqualTo(new ExitNext.CameToNothing(ON_L2));
    }

    @Test
    void whatIsOnTheL2_isRemembered_andAReorganisationGoesBack() {
        ExitPlan.Step seen = ExitPlan.step(WANTED, sight(has(), says(false)));
        ExitPlan.Step gone = ExitPlan.step(seen.state(), sight(new ExitSight.OfL2.Absent(), says(false)));

        assertThat(seen.state().withdrawal()).contains(SENT);
        assertThat(seen.next()).isInstanceOf(ExitNext.OnL1.class);
        assertThat(gone.next()).isEqualTo(new ExitNext.AwaitL2(ON_L2));
        assertThat(gone.state())
                .as("its fields are what the exit needs if servers vanish")
                .isEqualTo(seen.state());
        assertThat(ExitPlan.step(gone.state(), sight(has(), says(false)))).isEqualTo(seen);
    }

    @Test
    void aSilentL2_stopsNothingOnceTheWithdrawalIsKnown() {
        ExitSight.OfL2 silent = new ExitSight.OfL2.Silent("no answer");
        ExitState known = WANTED.with(Optional.of(ON_L2)).with(SENT, IN);

        assertThat(ExitPlan.step(WANTED, sight(silent, new ExitSight.OfL1.NotAsked()))
                        .next())
                .isEqualTo(new ExitNext.CouldNotLook(false, "no answer"));
        assertThat(ExitPlan.step(known, sight(silent, says(false))).next())
                .isInstanceOfSatisfying(
                        ExitNext.OnL1.class, on -> assertThat(on.standing()).isInstanceOf(Standing.NoRoot.class));
        assertThat(ExitPlan.step(known, sight(silent, new ExitSight.OfL1.Silent("off")))
                        .next())
                .isEqualTo(new ExitNext.CouldNotLook(true, "off"));
    }

    /// The operator is gone, or tells another story: L1 has it in writing.
    @Test
    void whatL1HasRecorded_countsWhateverTheL2Says() {
        ExitState known = WANTED.with(Optional.of(ON_L2)).with(SENT, IN);
        for (ExitSight.OfL2 lie : List.of(new ExitSight.OfL2.Absent(), new ExitSight.OfL2.Failed())) {
            assertThat(ExitPlan.step(known, sight(lie, says(true))).next())
                    .isInstanceOfSatisfying(
                            ExitNext.OnL1.class, on -> assertThat(on.standing()).isInstanceOf(Standing.Waiting.class));
            assertThat(ExitPlan.step(known, sight(lie, says(false))).next()).isNotInstanceOf(ExitNext.OnL1.class);
        }
    }

    @Test
    void theSameSightTwice_changesNothing() {
        for (ExitSight.OfL2 l2 : List.of(has(), new ExitSight.OfL2.Absent(), new ExitSight.OfL2.NotAsked())) {
            ExitPlan.Step once = ExitPlan.step(WANTED, sight(l2, says(false)));
            assertThat(ExitPlan.step(once.state(), sight(l2, says(false)))).isEqualTo(once);
        }
    }

    @Test
    void aKeptPlan_isReadBack_andDamageIsNone() {
        ExitState known = WANTED.with(Optional.of(ON_L2)).with(SENT, IN);

        assertThat(ExitJson.read(ExitJson.write(WANTED))).contains(WANTED);
        assertThat(ExitJson.read(ExitJson.write(known))).contains(known);
        Bytes written = ExitJson.write(known);
        for (int size = 0; size < written.size(); size++) {
            assertThat(ExitJson.read(written.slice(0, size))).isEmpty();
        }
        assertThat(ExitJson.read(Bytes.of("{\"way\":\"UP\"}".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @Test
    void aChosenRoot_isKept_provenAgainst_andForgottenWhenItIsLost() {
        Game own = FakeBridge.game(0, 50, Hash32.ofNumber(50));
        Game wanted = FakeBridge.game(1, 60, Hash32.ofNumber(60));
        RootPlace place = new RootPlace(1, wanted.root());
        ExitState chosen = WANTED.with(Optional.of(ON_L2)).with(SENT, IN).choosing(Optional.of(place));

        assertThat(ExitJson.read(ExitJson.write(chosen))).contains(chosen);
        ExitPlan.Step stands = ExitPlan.step(chosen, sight(has(), says(own, wanted)));
        assertThat(stands.state()).isEqualTo(chosen);
        assertThat(standing(stands)).isEqualTo(new Standing.CanProve(wanted, List.of()));
        for (Game gone : List.of(
                FakeBridge.with(wanted, Game.Status.CHALLENGER_WINS, 2, Optional.of(new L1Time(990)), true),
                FakeBridge.with(wanted, Game.Status.IN_PROGRESS, 1, Optional.empty(), false))) {
            ExitPlan.Step lost = ExitPlan.step(chosen, sight(has(), says(own, gone)));
            assertThat(lost.state().chosenRoot()).isEmpty();
            assertThat(lost.state().forgottenRoot()).as("to be said").contains(place);
            assertThat(ExitJson.read(ExitJson.write(lost.state()))).contains(lost.state());
            assertThat(standing(lost)).isEqualTo(new Standing.CanProve(own, List.of()));
            assertThat(lost.state().choosing(Optional.of(place)).forgottenRoot())
                    .as("chosen anew")
                    .isEmpty();
        }
        ExitSight.OfL1 silent = new ExitSight.OfL1.Silent("off");
        assertThat(ExitPlan.step(chosen, sight(has(), silent)).state())
                .as("nothing is known, so nothing is forgotten")
                .isEqualTo(chosen);
    }

    /// What was proven against it is lost with it; the next proof is made as if nothing had been chosen.
    @Test
    void aChosenRootThatFalls_isProvenAgainAgainstAnother() {
        Game wanted = FakeBridge.game(1, 60, Hash32.ofNumber(60));
        Game lost = FakeBridge.with(wanted, Game.Status.CHALLENGER_WINS, 2, Optional.of(new L1Time(990)), true);
        Game own = FakeBridge.game(0, 50, Hash32.ofNumber(50));
        Proof proof = new Proof(USER, new L1Time(950), lost, false);
        ExitState chosen =
                WANTED.with(Optional.of(ON_L2)).with(SENT, IN).choosing(Optional.of(new RootPlace(1, wanted.root())));
        ExitFacts facts =
                new ExitFacts(new L1Time(1_000), FakeBridge.bridge(false), false, List.of(proof), List.of(lost, own));

        ExitPlan.Step step = ExitPlan.step(chosen, sight(has(), new ExitSight.OfL1.Says(facts, Optional.empty())));

        assertThat(step.state().chosenRoot()).isEmpty();
        assertThat(step.state().forgottenRoot()).isPresent();
        assertThat(standing(step)).isEqualTo(new Standing.MustProveAgain(proof, Optional.of(own)));
        assertThat(ExitPlan.step(step.state(), sight(has(), new ExitSight.OfL1.Silent("off")))
                        .state())
                .as("said also while L1 is silent")
                .isEqualTo(step.state());
        assertThat(ExitPlan.step(step.state(), sight(has(), says(true))).state().rootWish())
                .as("a proof stands")
                .isEqualTo(new RootWish.Best());
    }

    private static Standing standing(ExitPlan.Step step) {
        return step.next() instanceof ExitNext.OnL1(Standing standing, var _) ? standing : fail("not on L1: " + step);
    }

    private static ExitSight.OfL1 says(Game... games) {
        return new ExitSight.OfL1.Says(
                new ExitFacts(new L1Time(1_000), FakeBridge.bridge(false), false, List.of(), List.of(games)),
                Optional.empty());
    }

    /// As version 1 writes it; must be read for ever.
    @Test
    void aPlanOfTheFirstForm_isRead() {
        String text = "{\"way\":\"THROUGH_L1\",\"target\":\"" + USER.toHex()
                + "\",\"amount\":\"7\",\"l2Transaction\":null,\"withdrawal\":null,\"block\":null}";

        assertThat(ExitJson.read(Bytes.of(text.getBytes(StandardCharsets.UTF_8))))
                .contains(ExitState.wanted(ExitState.Way.THROUGH_L1, USER, Wei.of(7)));
    }

    private static ExitPlan.Step step(ExitState state, Optional<OwnTransaction> own) {
        return ExitPlan.step(
                state,
                new ExitSight(own, Optional.empty(), new ExitSight.OfL2.NotAsked(), new ExitSight.OfL1.NotAsked()));
    }

    private static ExitSight sight(ExitSight.OfL2 l2, ExitSight.OfL1 l1) {
        Optional<Hash32> name = l2 instanceof ExitSight.OfL2.NotAsked ? Optional.empty() : Optional.of(ON_L2);
        return new ExitSight(Optional.empty(), name, l2, l1);
    }

    private static ExitSight.OfL2 has() {
        return new ExitSight.OfL2.Has(SENT, IN);
    }

    private static ExitSight.OfL1 says(boolean proven) {
        Game game = FakeBridge.game(0, 50, Hash32.ZERO);
        List<Proof> proofs = proven ? List.of(new Proof(USER, new L1Time(950), game, false)) : List.of();
        return new ExitSight.OfL1.Says(
                new ExitFacts(new L1Time(1_000), FakeBridge.bridge(false), false, proofs, List.of()), Optional.empty());
    }

    private static OwnTransaction initiation(Status status) {
        return new OwnTransaction(
                new ChainId(901),
                ON_L2,
                USER,
                new Nonce(0),
                OwnTransaction.Kind.CONTRACT_CALL,
                Bytes.EMPTY,
                Optional.of(USER),
                new OwnTransaction.Asset.Coin("ETH"),
                BigInteger.valueOf(300),
                new FeeParts(Wei.ZERO, Wei.ZERO, Wei.ZERO),
                Optional.empty(),
                status,
                ExitStep.INITIATE.note(new PlanStore.Id(1)),
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
