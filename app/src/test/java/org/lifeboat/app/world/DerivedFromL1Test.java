package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.engine.exit.ExitEvidence;
import org.lifeboat.engine.exit.ExitRequest;
import org.lifeboat.engine.exit.ExitRequests;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.ExitWish;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.send.Check;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.rollup.BatchPlace;

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
