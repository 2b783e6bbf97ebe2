package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.engine.chaincheck.Ground;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitRequest;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.MadeHere;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.beacon.Trick;
import org.lifeboat.sandbox.rollup.BatchPlace;
import org.lifeboat.sandbox.rollup.RollupPlan;
import org.lifeboat.sandbox.world.PlayWorld;

/// Nobody makes blocks, nobody posts roots, nobody serves the L2: the chain is run again from the file that it began
/// with and from L1, and what of it is the user's comes home.
class RemadeChainTest {
    /// Unit: L1 blocks.
    private static final long WINDOW = 12;

    private static final Wei ONE = PlayWorld.ether(1);

    private WorldWallet wallet;
    private WorldBeginning beginning;
    private boolean daysPass;

    @BeforeEach
    void open() throws IOException {
        byte[] key = new byte[32];
        key[31] = 11;
        wallet = WorldWallet.quick(key, RollupPlan.named(RollupPlan.FIRST.name(), WINDOW));
        beginning = WorldBeginning.of(wallet);
    }

    @AfterEach
    void close() throws IOException {
        if (!daysPass) {
            requireNoFaults();
        }
        wallet.close();
    }

    private void requireNoFaults() {
        assertThat(wallet.rollup().faults().all()).isEmpty();
    }

    /// From words, that file and L1 to the money: no database, no server, no root of anybody else's.
    @Test
    void anEmptyProfile_bringsAForcedWithdrawalHome() throws InterruptedException {
        stop("sequencer", "batcher", "proposer");
        assertThat(wallet.carryOut(wallet.begin(ExitState.Way.THROUGH_L1, ONE))).isTrue();
        wallet.blocks(100);
        wallet.process.loseServers(WorldWallet.L2.chain());
        wallet.process.startFromNothing(wallet.own());
        wallet.refresh(WorldWallet.L1);
        assertThat(wallet.exits().all()).isEmpty();

        Optional<VerifiedHead> end = wallet.finalHead();
        CheckReport report = remade(end);
        assertThat(report.l1Verified()).isTrue();
        Finding.Remade found = (Finding.Remade) report.finding();
        assertThat(found.end()).isEqualTo(new Finding.End.OfL1(end.orElseThrow().block()));
        assertThat(new WorldLedger(wallet).root(found.last().number())).contains(found.root());
        MadeHere.Taken taken = beginning.keep(report);

        assertThat(taken.fresh()).hasSize(1);
        assertThat(taken.proven()).isEqualTo(1);
        Exits.Plan plan = taken.fresh().getFirst();
        assertThat(wallet.stage(plan)).isEqualTo(ExitStage.NO_ROOT_BUT_OWN);
        assertThat(wallet.request(plan, false)).isInstanceOf(ExitRequest.Nothing.class);
        assertThat(wallet.request(plan, true)).isInstanceOfSatisfying(ExitRequest.Offered.class, offered -> {
            assertThat(offered.step()).isEqualTo(ExitStep.OWN_ROOT);
            assertThat(offered.first()).extracting(Check::kind).containsExactly(Check.Kind.OWN_ROOT_RECOMPUTED);
        });
        requireNoFaults(); // a world's own node cannot follow days at once, and nobody asks it any more
        daysPass = true;
        Homecoming.bringAll(wallet, List.of(new ExitHome(wallet, plan, new ArrayList<>())), () -> {});
        assertThat(wallet.stage(plan)).isEqualTo(ExitStage.PAID_OUT);
    }

    /// One block alone stands on a server's word: nothing of it was made from the beginning, though the file is there.
    @Test
    void oneBlockOnAServersWord_isNoRootOfOnesOwn_whateverFileIsGiven() throws InterruptedException {
        wallet.blocks(100);
        wallet.refresh(WorldWallet.L1);
        CheckReport report = beginning.check(wallet.place(), new CheckWish.Spot(new L2Block(20)), wallet.finalHead());

        assertThat(report.finding()).isInstanceOf(Finding.True.class);
        assertThat(report.aim().orElseThrow().ground()).isInstanceOf(Ground.ServersWord.class);
        assertThat(report.l1Verified()).isTrue();
        assertThat(report.newest()).isEmpty();
        report.keepNewest(wallet.storage().evidence(), WorldWallet.L2.chain());
        assertThat(wallet.storage()
                        .evidence()
                        .of(WorldWallet.L2.chain(), Address.ZERO, Optional.of("recomputed-root/1")))
                .as("nothing to put a bond behind")
                .isEmpty();
    }

    /// Run again once more, it finds nothing new, and keeps no proof twice.
    @Test
    void whatIsKnown_isNotFoundTwice() throws InterruptedException {
        stop("sequencer", "batcher", "proposer");
        Exits.Plan forced = wallet.begin(ExitState.Way.THROUGH_L1, ONE);
        assertThat(wallet.carryOut(forced)).isTrue();
        wallet.blocks(100);
        wallet.process.loseServers(WorldWallet.L2.chain());
        CheckReport report = remade(wallet.finalHead());

        assertThat(beginning.keep(report)).isEqualTo(new MadeHere.Taken(List.of(), 1));
        int kept = evidence();
        assertThat(beginning.keep(report)).isEqualTo(new MadeHere.Taken(List.of(), 1));

        assertThat(evidence()).isEqualTo(kept);
        assertThat(wallet.exits().all()).hasSize(1);
        assertThat(wallet.stage(forced)).isEqualTo(ExitStage.NO_ROOT_BUT_OWN);
    }

    private int evidence() {
        var store = wallet.storage().evidence();
        return store.of(WorldWallet.L2.chain(), wallet.own(), Optional.empty()).size();
    }

    /// The sequencer took it and the batcher wrote it to L1; the server was gone before it showed it in a block.
    @Test
    void aWithdrawalThatNoServerEverShowed_isThatOfItsOwnPlan() throws InterruptedException {
        stop("proposer");
        Exits.Plan begun = wallet.begin(ExitState.Way.SEQUENCER, ONE);
        assertThat(wallet.carryOut(begun)).isTrue();
        wallet.process.loseServers(WorldWallet.L2.chain());
        wallet.blocks(100);
        assertThat(wallet.stage(begun)).isEqualTo(ExitStage.AWAIT_OWN);

        assertThat(beginning.keep(remade(wallet.finalHead()))).isEqualTo(new MadeHere.Taken(List.of(), 1));

        assertThat(wallet.exits().all()).hasSize(1);
        assertThat(ExitReport.of(wallet.look(begun)).stage()).isEqualTo(ExitStage.NO_ROOT_BUT_OWN);
    }

    /// What one source says of L1 is enough to find money, and not to put a bond behind it.
    @Test
    void withoutALightClient_noRootIsOfferedOfIt() throws InterruptedException {
        stop("sequencer", "batcher", "proposer");
        Exits.Plan forced = wallet.begin(ExitState.Way.THROUGH_L1, ONE);
        assertThat(wallet.carryOut(forced)).isTrue();
        wallet.blocks(100);
        wallet.process.loseServers(WorldWallet.L2.chain());
        CheckReport report = remade(Optional.empty());
        assertThat(report.l1Verified()).isFalse();

        assertThat(beginning.keep(report).proven()).isEqualTo(1);

        assertThat(wallet.request(forced, true)).isInstanceOf(ExitRequest.CouldNot.class);
    }

    @Test
    void whatWasMade_staysSo_whereTheRestCannotBe() throws InterruptedException {
        wallet.blocks(60);
        wallet.rollup().writeBatchesTo(BatchPlace.BLOBS);
        wallet.blocks(60);
        wallet.l1Door.rpc("sandbox_beacon", "[\"" + Trick.NO_BLOBS.id() + "\"]");

        Finding.Remade found = (Finding.Remade) remade(Optional.empty()).finding();

        assertThat(found.end())
                .isInstanceOfSatisfying(
                        Finding.End.Lacking.class,
                        lacking -> assertThat(lacking.lack()).isEqualTo(Finding.Lack.BLOBS));
        assertThat(new WorldLedger(wallet).root(found.last().number())).contains(found.root());
    }

    @Test
    void withoutItsBeginning_aChainIsNotMadeAgain() {
        assertThat(wallet.check(new CheckWish.AsFarAsL1()).finding())
                .isEqualTo(new Finding.CouldNotCheck(Finding.Lack.BEGINNING, ""));
    }

    private CheckReport remade(Optional<VerifiedHead> verified) {
        CheckReport report = beginning.check(new CheckWish.AsFarAsL1(), verified);
        assertThat(report.finding()).as("%s", report.troubles()).isInstanceOf(Finding.Remade.class);
        return report;
    }

    private void stop(String... actors) {
        for (String actor : actors) {
            wallet.l2Door.rpc("sandbox_tell", "[\"" + actor + "\",{\"kind\":\"stop\"}]");
        }
    }
}
