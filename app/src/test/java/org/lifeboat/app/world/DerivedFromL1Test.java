package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.Exits;
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
}
