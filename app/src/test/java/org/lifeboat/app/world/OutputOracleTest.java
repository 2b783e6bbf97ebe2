package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.Vouched;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitRequest;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Leaving;
import org.lifeboat.engine.exit.Readiness;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.Powers;
import org.lifeboat.sandbox.rollup.BatchPlace;
import org.lifeboat.sandbox.rollup.BridgeDelays;
import org.lifeboat.sandbox.rollup.Conduct;
import org.lifeboat.sandbox.rollup.Role;
import org.lifeboat.sandbox.rollup.RollupPlan;
import org.lifeboat.sandbox.world.PlayWorld;

/// A way home through a bridge with an output oracle, over real JSON-RPC: what the wallet says of it, that it
/// pays, and what it makes of an output that is deleted, of one that never comes, and of a source that lies.
class OutputOracleTest {
    private static final Wei TWO = PlayWorld.ether(2);
    private static final Duration PERIOD = Duration.ofMinutes(40);

    /// A root every two minutes, by one who is named.
    private static final RollupPlan PLAN = RollupPlan.FIRST
            .with(Bridge.Posting.OUTPUTS)
            .with(new BridgeDelays(PERIOD, Duration.ofHours(6), Duration.ofSeconds(1)))
            .with(new RollupPlan.Habits(2, BatchPlace.CALLDATA, 60, false));

    private WorldWallet wallet;

    @BeforeEach
    void open() throws IOException {
        wallet = WorldWallet.quick(
                new byte[] {
                    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
                    28, 29, 30, 31, 33
                },
                PLAN);
    }

    @AfterEach
    void close() throws IOException {
        assertThat(wallet.rollup().faults().all()).isEmpty();
        wallet.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEQUENCER", "THROUGH_L1"})
    void aWithdrawal_comesHome(ExitState.Way way) throws InterruptedException {
        var before = wallet.truth(WorldWallet.L1);
        Exits.Plan plan = wallet.begin(way, TWO);
        assertThat(wallet.carryOut(plan)).isTrue();
        wallet.blocks(4);
        assertThat(wallet.stage(plan)).isEqualTo(ExitStage.NO_ROOT);
        wallet.blocks(14);
        prove(plan);
        ExitReport waiting = ExitReport.of(wallet.look(plan));
        assertThat(waiting.stage()).isEqualTo(ExitStage.WAITING);
        assertThat(waiting.notBefore().orElseThrow()).isAfter(wallet.now().plus(PERIOD.minusMinutes(2)));

        wallet.skip(PERIOD.plusMinutes(1));
        wallet.blocks(2);
        assertThat(wallet.stage(plan)).isEqualTo(ExitStage.CAN_FINISH);
        assertThat(wallet.carryOut(plan)).isTrue();
        wallet.blocks(2);

        assertThat(wallet.stage(plan)).isEqualTo(ExitStage.PAID_OUT);
        assertThat(wallet.truth(WorldWallet.L1).subtract(before))
                .isGreaterThan(PlayWorld.ether(1).value());
    }

    @Test
    void whatTheBridgeSays_isRead_andWhatOnlyOthersCanDo() {
        wallet.blocks(150);
        BridgeReport bridge = BridgeReport.of(wallet.place(), wallet.exits().bridge(wallet.place()))
                .orElseThrow();
        Powers powers = wallet.exits().risks(wallet.place()).orElseThrow();
        Leaving leaving = Leaving.read(wallet.exits(), wallet.place(), List.of(wallet.own()), WorldWallet.PATIENCE);

        assertThat(bridge.roots()).isEqualTo(BridgeReport.Roots.ORACLE);
        assertThat(bridge.readable()).isTrue();
        assertThat(bridge.maturity()).isEqualTo(PERIOD);
        assertThat(bridge.assurance().level()).isGreaterThanOrEqualTo(Assurance.Level.POSTED);
        assertThat(bridge.finalBlock()).hasValueSatisfying(block -> {
            assertThat(block % 60).isZero();
            assertThat(block).isPositive();
        });
        assertThat(powers.posters())
                .contains(new Powers.Posters(
                        Optional.of(PLAN.account(Role.PROPOSER)), Optional.of(PLAN.account(Role.CHALLENGER)), false));
        assertThat(powers.codes()).containsKey(Powers.Role.ORACLE).doesNotContainKey(Powers.Role.FACTORY);
        assertThat(leaving).isInstanceOfSatisfying(Leaving.Read.class, read -> {
            Readiness ready =
                    Optional.ofNullable(read.accounts().get(wallet.own())).orElseThrow();
            assertThat(ready.missing()).isEmpty();
            assertThat(ready.bond()).as("nobody else can post a root").isEmpty();
            assertThat(ready.needed()).isLessThan(Readiness.needed(read.price()));
        });
    }

    /// Deleted with all behind it; what the same true root in its place is worth, the portal says.
    @Test
    void aDeletedOutput_isSaid_andTheWayGoesOnOnceItStandsAgain() throws InterruptedException {
        Exits.Plan plan = wallet.begin(ExitState.Way.SEQUENCER, TWO);
        assertThat(wallet.carryOut(plan)).isTrue();
        wallet.blocks(18);
        prove(plan);
        deleteOutputs();

        assertThat(wallet.stage(plan)).isEqualTo(ExitStage.ROOT_DELETED);
        assertThat(wallet.request(plan, true)).isInstanceOf(ExitRequest.Nothing.class);
        tell("proposer", "honest");
        wallet.blocks(20);

        assertThat(wallet.stage(plan)).as("the same root stands there again").isEqualTo(ExitStage.WAITING);
        wallet.skip(PERIOD.plusMinutes(1));
        wallet.blocks(2);
        assertThat(wallet.carryOut(plan)).isTrue();
        wallet.blocks(2);
        assertThat(wallet.stage(plan)).isEqualTo(ExitStage.PAID_OUT);
    }

    /// In the place of the deleted one stands a false root, and behind it true ones: against one of those.
    @Test
    void aDeletedOutput_isProvenAgain_againstATrueOne() throws InterruptedException {
        Exits.Plan plan = wallet.begin(ExitState.Way.SEQUENCER, TWO);
        assertThat(wallet.carryOut(plan)).isTrue();
        wallet.blocks(18);
        prove(plan);
        deleteOutputs();
        tell("proposer", "falseRoots");
        for (int i = 0; i < 30 && wallet.stage(plan) == ExitStage.ROOT_DELETED; i++) {
            wallet.blocks(1);
        }
        assertThat(wallet.stage(plan)).isEqualTo(ExitStage.MUST_PROVE_AGAIN);
        assertThat(wallet.request(plan, false)).isInstanceOf(ExitRequest.OtherRoot.class);
        tell("proposer", "honest");
        wallet.blocks(14);

        assertThat(wallet.stage(plan)).isEqualTo(ExitStage.MUST_PROVE_AGAIN);
        assertThat(wallet.carryOut(plan)).isTrue();
        wallet.blocks(3);
        assertThat(wallet.stage(plan)).isEqualTo(ExitStage.WAITING);
        wallet.skip(PERIOD.plusMinutes(1));
        wallet.blocks(2);
        assertThat(wallet.carryOut(plan)).isTrue();
        wallet.blocks(2);
        assertThat(wallet.stage(plan)).isEqualTo(ExitStage.PAID_OUT);
    }

    @Test
    void withoutANewOutput_nothingIsOffered_norARootOfOnesOwn() throws InterruptedException {
        tell("proposer", "stop");
        Exits.Plan plan = wallet.begin(ExitState.Way.SEQUENCER, TWO);
        assertThat(wallet.carryOut(plan)).isTrue();
        wallet.blocks(60);

        assertThat(wallet.stage(plan)).isEqualTo(ExitStage.NO_ROOT);
        assertThat(wallet.request(plan, true)).isInstanceOf(ExitRequest.Nothing.class);
        assertThat(wallet.exits().rhythm(wallet.place()))
                .hasValueSatisfying(
                        rhythm -> assertThat(rhythm.late(wallet.now())).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"storageProof", "accountProof", "eth_getProof", "stateRoot", "value", "storageHash"})
    void aLyingSource_makesNothingProven(String about) throws InterruptedException {
        Exits.Plan plan = wallet.begin(ExitState.Way.SEQUENCER, TWO);
        assertThat(wallet.carryOut(plan)).isTrue();
        wallet.blocks(18);
        ExitRequest honest = wallet.request(plan, false);
        assertThat(honest).isInstanceOf(ExitRequest.Offered.class);

        wallet.l1Door.rpc("sandbox_misbehave", "[{\"kind\":\"lie\",\"about\":\"" + about + "\",\"seed\":7}]");
        wallet.blocks(1); // So that all is asked anew.
        ExitRequest told = wallet.request(plan, false);

        assertThat(wallet.stage(plan)).isIn(ExitStage.L1_SILENT, ExitStage.CAN_PROVE);
        assertThat(told instanceof ExitRequest.CouldNot || told.equals(honest))
                .as("%s", told)
                .isTrue();
        Exits.BridgeSeen bridge = wallet.exits().bridge(wallet.place());
        assertThat(bridge instanceof Exits.BridgeSeen.Silent
                        || BridgeReport.of(wallet.place(), bridge).orElseThrow().roots() == BridgeReport.Roots.ORACLE)
                .isTrue();
    }

    /// A balance is as firm as the output above it: posted, final by its period, and taken back with it.
    @Test
    void aBalance_isPostedByAnOutput_andTakenBackWithIt() throws InterruptedException {
        wallet.refresh(WorldWallet.L2);
        wallet.blocks(30);
        assertThat(vouched()).isEqualTo(Assurance.Level.POSTED);

        deleteOutputs();
        wallet.blocks(30);

        assertThat(vouched()).isEqualTo(Assurance.Level.CLAIMED);
    }

    private Assurance.Level vouched() throws InterruptedException {
        return wallet.refresh(WorldWallet.L2).rows().getFirst().vouched()
                        instanceof Vouched.Known(Figure.Known figure, var _)
                ? figure.assurance().level()
                : Assurance.Level.CLAIMED;
    }

    private void prove(Exits.Plan plan) throws InterruptedException {
        assertThat(wallet.stage(plan)).isEqualTo(ExitStage.CAN_PROVE);
        assertThat(wallet.request(plan, false))
                .isInstanceOfSatisfying(
                        ExitRequest.Offered.class,
                        offered -> assertThat(offered.step()).isEqualTo(ExitStep.PROVE));
        assertThat(wallet.carryOut(plan)).isTrue();
        wallet.blocks(3);
    }

    /// The challenger deletes what is true; nobody can hinder it.
    private void deleteOutputs() {
        tell("proposer", "stop");
        wallet.rollup().tell(Role.CHALLENGER, new Conduct.FalseRoots());
        wallet.blocks(2);
        tell("challenger", "stop");
        wallet.blocks(2);
    }

    private void tell(String actor, String kind) {
        wallet.l2Door.rpc("sandbox_tell", "[\"" + actor + "\",{\"kind\":\"" + kind + "\"}]");
    }
}
