package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.engine.chaincheck.GenesisFile;
import org.lifeboat.engine.chaincheck.Ground;
import org.lifeboat.engine.exit.ExitEvidence;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitRequest;
import org.lifeboat.engine.exit.ExitRequests;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.ExitWish;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.storage.EvidenceStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.derivation.RollupConfig;
import org.lifeboat.sandbox.rollup.BatchPlace;
import org.lifeboat.sandbox.rollup.RollupFiles;
import tools.jackson.databind.node.ObjectNode;

/// *Is this chain telling the truth?*, asked of the sandbox's rollup: the wallet derives its blocks from what
/// stands on the sandbox's L1, in calldata and in blobs that its beacon node serves.
class DerivedFromL1Test {
    private static final Address FRIEND = Address.fromHex("0x2222222222222222222222222222222222222222");

    private WorldWallet wallet;

    @BeforeEach
    void open() throws IOException {
        wallet = WorldWallet.quick(new byte[] {
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
            30, 31, 32
        });
    }

    @AfterEach
    void close() throws IOException {
        wallet.close();
    }

    @Test
    void bothWays_leadToTheBlocksThatTheServerHas() throws InterruptedException {
        wallet.rollup().writeBatchesTo(BatchPlace.BOTH);
        for (int i = 0; i < 4; i++) {
            wallet.pay(WorldWallet.L2, FRIEND, Wei.of(1_000 + i));
            wallet.blocks(2);
        }
        long block = wallet.rollup().node().safe().number();

        CheckReport report = wallet.check(new CheckWish.OfBlock(new L2Block(block)));

        assertThat(report.finding())
                .as("%s", report.troubles())
                .isInstanceOfSatisfying(
                        Finding.True.class,
                        found -> assertThat(found.block().number()).isEqualTo(block));
        assertThat(report.dropped()).isEmpty();
    }

    /// From the file that the chain began with and L1 alone.
    @Test
    void aRootIsChecked_withoutAnyServerOfTheL2() throws InterruptedException {
        WorldBeginning beginning = WorldBeginning.of(wallet);
        wallet.rollup().writeBatchesTo(BatchPlace.BOTH);
        wallet.pay(WorldWallet.L2, FRIEND, Wei.of(1_000));
        Exits.Plan plan = wallet.begin(ExitState.Way.SEQUENCER, Wei.of(1_000_000));
        assertThat(wallet.carryOut(plan)).isTrue();
        wallet.blocks(6);

        CheckReport report = beginning.check(new CheckWish.Newest());

        assertThat(report.finding()).as("%s", report.troubles()).isInstanceOf(Finding.True.class);
        assertThat(report.aim().orElseThrow().ground()).isEqualTo(new Ground.Genesis(new L2Block(0)));
        assertThat(report.roots()).hasSizeGreaterThan(10);
        assertThat(report.troubles()).isEmpty();

        wallet.l2Door.rpc("sandbox_tell", "[\"proposer\",{\"kind\":\"falseRoots\"}]");
        wallet.carryOut(wallet.begin(ExitState.Way.SEQUENCER, Wei.of(2_000_000)));
        wallet.blocks(4);
        assertThat(beginning.check(new CheckWish.Newest()).finding()).isInstanceOf(Finding.False.class);
    }

    /// No server of the L2 gives a proof, or anything: the state is made again from L1, and the proof taken out of it.
    @Test
    void aWithdrawal_isProvenOutOfTheStateThatWasMadeHere() throws InterruptedException {
        WorldBeginning beginning = WorldBeginning.of(wallet);
        Exits.Plan begun = wallet.begin(ExitState.Way.SEQUENCER, Wei.of(1_000_000));
        assertThat(wallet.carryOut(begun)).isTrue();
        wallet.blocks(6);
        Exits.Plan plan = wallet.look(begun).plan();
        assertThat(plan.state().withdrawal()).isPresent();
        EvidenceStore store = wallet.storage().evidence();
        store.of(plan.chain(), plan.account(), Optional.empty()).forEach(store::remove);
        ExitEvidence kept = new ExitEvidence(store);
        ExitPlace silent = beginning.withoutL2();
        ExitRequests requests = new ExitRequests(kept, Duration.ofSeconds(20));
        Exits.Look look = wallet.exits().look(plan, silent);
        assertThat(requests.next(look, silent, ExitWish.NONE)).isNotInstanceOf(ExitRequest.Offered.class);

        CheckReport.Recomputed newest =
                beginning.check(new CheckWish.Newest()).newest().orElseThrow();

        assertThat(kept.keep(plan, newest.header(), newest.state(), false)).isTrue();
        assertThat(requests.next(look, silent, ExitWish.NONE))
                .isInstanceOfSatisfying(
                        ExitRequest.Offered.class,
                        offered -> assertThat(offered.step()).isEqualTo(ExitStep.PROVE));
    }

    @Test
    void aBeginningThatIsAnotherChains_isRefused() {
        String genesis = RollupFiles.genesis(wallet.rollup()).toString();
        RollupConfig rollup = wallet.rollup().config();

        assertThat(GenesisFile.read(genesis, rollup)).isInstanceOf(Answer.Proven.class);
        for (String wrong : List.of(
                genesis.replaceFirst("\"balance\":\"0x", "\"balance\":\"0x1"),
                genesis.replaceFirst("\"timestamp\":\"0x", "\"timestamp\":\"0x1"),
                genesis.replaceFirst("\"alloc\"", "\"accounts\""),
                genesis.substring(0, genesis.length() / 2),
                "[]",
                "")) {
            assertThat(wrong).isNotEqualTo(genesis);
            assertThat(GenesisFile.read(wrong, rollup)).isInstanceOf(Answer.Refuted.class);
        }
    }

    /// Geth begins no chain later, and what a moved chain brought with it is in no such file.
    @Test
    void aBeginningAtALaterBlock_isRefusedWithThatReason() {
        RollupConfig rollup = wallet.rollup().config();
        ObjectNode genesis = RollupFiles.genesis(wallet.rollup());
        genesis.put("number", "0x0");
        assertThat(GenesisFile.read(genesis.toString(), rollup)).isInstanceOf(Answer.Proven.class);
        genesis.put("number", "0x5");
        assertThat(GenesisFile.read(genesis.toString(), rollup))
                .isEqualTo(new Answer.Refuted<>("it is of block 5, and geth begins a chain with block 0 only"));

        RollupConfig.Genesis first = rollup.genesis();
        RollupConfig moved = new RollupConfig(
                rollup.chain(),
                new RollupConfig.Genesis(first.l1(), 5, first.l2Hash(), first.l2UnixSeconds(), first.config()),
                rollup.contracts(),
                rollup.limits(),
                rollup.delta(),
                rollup.pectraBlobs(),
                rollup.l1(),
                rollup.keepsKarstGas(),
                rollup.dataOnL1());
        assertThat(GenesisFile.read(genesis.toString(), moved))
                .isEqualTo(new Answer.Refuted<>("the chain begins with block 5, whose state it brought from before"
                        + " and no such file holds"));
    }

    @Test
    void aFalseRoot_isFoundFalse() throws InterruptedException {
        wallet.l2Door.rpc("sandbox_tell", "[\"proposer\",{\"kind\":\"falseRoots\"}]");
        Exits.Plan plan = wallet.begin(ExitState.Way.SEQUENCER, Wei.of(1_000_000));
        assertThat(wallet.carryOut(plan)).isTrue();
        wallet.blocks(4);

        CheckReport report = wallet.check(new CheckWish.Newest());

        assertThat(report.finding()).as("%s", report.troubles()).isInstanceOf(Finding.False.class);
        assertThat(report.remedy()).contains(CheckReport.Remedy.DISPUTE);
    }

    /// With the operator gone, the block that is posted with a bond behind it is one that this computer has made
    /// itself out of what stands on L1.
    @Test
    void anOwnRoot_isTheOneThatWasRecomputedHere() throws InterruptedException {
        wallet.l2Door.rpc("sandbox_tell", "[\"proposer\",{\"kind\":\"stop\"}]");
        Exits.Plan plan = wallet.begin(ExitState.Way.SEQUENCER, Wei.of(1_000_000));
        assertThat(wallet.carryOut(plan)).isTrue();
        wallet.blocks(2);
        long block = wallet.rollup().node().safe().number();
        wallet.l2Door.rpc("sandbox_tell", "[\"sequencer\",{\"kind\":\"stop\"}]");
        wallet.blocks(12);
        assertThat(said(plan)).extracting(Check::kind).containsExactly(Check.Kind.OWN_ROOT_ONE_WORD);
        keep(wallet.check(new CheckWish.OfBlock(new L2Block(block))));
        assertThat(said(plan))
                .as("the L1 that was read is one server's word")
                .extracting(Check::kind)
                .containsExactly(Check.Kind.OWN_ROOT_ONE_WORD);
        CheckReport spot = wallet.check(new CheckWish.Spot(new L2Block(block)), wallet.finalHead());
        assertThat(spot.l1Verified()).as("%s", spot.troubles()).isTrue();
        keep(spot);
        assertThat(said(plan))
                .as("the block before it is one server's word")
                .extracting(Check::kind)
                .containsExactly(Check.Kind.OWN_ROOT_ONE_WORD);

        CheckReport report = wallet.check(new CheckWish.OfBlock(new L2Block(block)), wallet.finalHead());
        keep(report);

        assertThat(report.l1Verified()).as("%s", report.troubles()).isTrue();
        assertThat(said(plan))
                .containsExactly(Check.of(
                        Check.Kind.OWN_ROOT_RECOMPUTED,
                        Long.toString(block),
                        Long.toString(report.l1().orElseThrow().number())));
    }

    private void keep(CheckReport report) {
        report.keepNewest(wallet.storage().evidence(), WorldWallet.L2.chain());
    }

    private List<Check> said(Exits.Plan plan) {
        ExitEvidence kept = new ExitEvidence(wallet.storage().evidence());
        return new ExitRequests(kept, Duration.ofSeconds(20)).next(wallet.look(plan), wallet.place(), ExitWish.OWN_ROOT)
                        instanceof ExitRequest.Offered offered
                ? offered.first()
                : fail("no root is offered");
    }
}
