package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.engine.activity.Activity;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.balances.Vouched;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Following;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.beacon.Trick;
import org.lifeboat.sandbox.rollup.BatchPlace;
import org.lifeboat.testkit.anvil.NodeClient;

/// Servers that hide and deny, and a beacon node that does what it likes: what the wallet says then is true, or that
/// it does not know.
class SilenceTest {
    private static final Address FRIEND = Address.fromHex("0x2222222222222222222222222222222222222222");

    /// What the wallet asks for that could be hidden.
    private static final List<String> METHODS = List.of(
            "eth_getLogs",
            "eth_getTransactionReceipt",
            "eth_getTransactionByHash",
            "eth_getBlockReceipts",
            "eth_getBlockByNumber",
            "eth_getBlockByHash",
            "eth_getProof",
            "eth_getBalance",
            "eth_getTransactionCount",
            "eth_getCode",
            "eth_call",
            "eth_blockNumber",
            "debug_getRawHeader",
            "debug_getRawReceipts");

    private WorldWallet wallet;

    @BeforeEach
    void open() throws IOException {
        byte[] key = new byte[32];
        key[31] = 9;
        wallet = WorldWallet.quick(key);
    }

    @AfterEach
    void close() throws IOException {
        assertThat(wallet.rollup().faults().all()).isEmpty();
        wallet.close();
    }

    private void behave() {
        for (NodeClient door : List.of(wallet.l1Door, wallet.l2Door)) {
            door.rpc("sandbox_behave", "[]");
        }
        for (Network network : List.of(WorldWallet.L1, WorldWallet.L2)) {
            wallet.online()
                    .sources(network.chain())
                    .forEach(source -> wallet.online().trustAgain(source.id()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"kind\":\"hide\"", "\"kind\":\"deny\"", "\"kind\":\"deny\",\"code\":-32005"})
    void whateverIsHiddenOrDenied_nothingIsSaidThatIsNotSo(String how) throws InterruptedException {
        Exits.Plan plan = wallet.begin(ExitState.Way.SEQUENCER, Wei.of(1_000_000));
        assertThat(wallet.carryOut(plan)).isTrue();
        wallet.pay(WorldWallet.L1, FRIEND, Wei.of(5));
        wallet.blocks(4);
        assertThat(wallet.stage(plan)).isEqualTo(ExitStage.CAN_PROVE);
        assertThat(follow()).allMatch(SilenceTest::mined);

        for (String method : METHODS) {
            for (NodeClient door : List.of(wallet.l1Door, wallet.l2Door)) {
                door.rpc("sandbox_misbehave", "[{" + how + ",\"about\":\"" + method + "\"}]");
                requireTrueFigures(method);
                ExitReport report = ExitReport.of(wallet.look(plan));
                assertThat(report.stage())
                        .as("%s: an exit that nobody has proven", method)
                        .isNotIn(ExitStage.PAID_OUT, ExitStage.CAN_FINISH);
                assertThat(follow())
                        .as("%s: what is in blocks was neither dropped nor replaced", method)
                        .noneMatch(status -> status instanceof Status.Dropped
                                || status instanceof Status.Replaced
                                || status instanceof Status.Reverted);
                requireTrue(method, wallet.check(new CheckWish.Newest()));
                behave();
            }
        }
        assertThat(wallet.stage(plan)).isEqualTo(ExitStage.CAN_PROVE);
        assertThat(follow()).allMatch(SilenceTest::mined);
    }

    /// How all that was signed stands now, by what the sources say.
    private List<Status> follow() {
        Following following = new Following(wallet.storage(), wallet::now);
        return new Activity(wallet.storage())
                .everything(ActivityFilter.of(wallet.own())).stream()
                        .map(one -> {
                            Network network =
                                    one.chain().equals(WorldWallet.L1.chain()) ? WorldWallet.L1 : WorldWallet.L2;
                            return following
                                    .look(one, network, wallet.online().sources(one.chain()), WorldWallet.PATIENCE)
                                    .transaction()
                                    .status();
                        })
                        .toList();
    }

    private static boolean mined(Status status) {
        return status instanceof Status.Mined || status instanceof Status.Accepted;
    }

    @ParameterizedTest
    @EnumSource(value = Trick.class, mode = EnumSource.Mode.EXCLUDE, names = "OVERSIZED")
    void whateverTheBeaconNodeDoes_noFigureIsFalselyVouchedFor(Trick trick) throws InterruptedException {
        wallet.l1Door.rpc("sandbox_beacon", "[\"" + trick.id() + "\"]");
        for (int i = 0; i < 2; i++) {
            wallet.pay(WorldWallet.L1, FRIEND, Wei.of(5));
            wallet.blocks(2);
            requireTrueFigures(trick.id());
            requireTrue(trick.id(), wallet.check(new CheckWish.Newest()));
        }
        wallet.l1Door.rpc("sandbox_beacon", "[\"honest\"]");
        wallet.blocks(8);
        requireTrueFigures("honest again");
    }

    @ParameterizedTest
    @EnumSource(
            value = Trick.class,
            names = {"NO_BLOBS", "FALSE_BLOBS", "NOTHING_THERE", "BROKEN"})
    void blobsThatAreHiddenOrFalse_makeNoBlockTrueOrFalse(Trick trick) throws InterruptedException {
        wallet.rollup().writeBatchesTo(BatchPlace.BLOBS);
        wallet.pay(WorldWallet.L2, FRIEND, Wei.of(1_000));
        wallet.blocks(5);
        CheckWish wish =
                new CheckWish.OfBlock(new L2Block(wallet.rollup().node().safe().number()));
        wallet.l1Door.rpc("sandbox_beacon", "[\"" + trick.id() + "\"]");

        assertThat(wallet.check(wish).finding()).isInstanceOf(Finding.CouldNotCheck.class);

        wallet.l1Door.rpc("sandbox_beacon", "[\"honest\"]");
        assertThat(wallet.check(wish).finding()).isInstanceOf(Finding.True.class);
    }

    @Test
    void theBeaconNode_isHonestAgain_whenTheDoorBehaves() throws InterruptedException {
        wallet.l1Door.rpc("sandbox_beacon", "[\"broken\"]");
        wallet.l1Door.rpc("sandbox_behave", "[]");
        wallet.blocks(2);
        wallet.sandbox().l1().clock().advance(Duration.ofSeconds(10)); // the newest block's slot is over

        Row row = wallet.refresh(WorldWallet.L1).rows().getFirst();
        assertThat(((Figure.Known) row.newest()).assurance().level()).isEqualTo(Assurance.Level.POSTED);
    }

    private void requireTrueFigures(String as) throws InterruptedException {
        for (Network network : List.of(WorldWallet.L1, WorldWallet.L2)) {
            Row row = wallet.refresh(network).rows().getFirst();
            if (row.newest() instanceof Figure.Known figure) {
                requireTrue(as, network, figure);
            }
            if (row.vouched() instanceof Vouched.Known(Figure.Known figure, var _)) {
                requireTrue(as, network, figure);
            }
        }
    }

    private void requireTrue(String as, Network network, Figure.Known figure) {
        boolean checked = figure.assurance().level() != Assurance.Level.CLAIMED
                || figure.assurance().has(Assurance.Mark.MATCHED);
        if (!checked) {
            return;
        }
        var chain = network.isL2() ? wallet.rollup().node() : wallet.sandbox().l1();
        BigInteger truth = chain.history()
                .find(figure.block().hash())
                .map(block -> WorldLedger.balance(block, wallet.own()))
                .orElseThrow(() -> new AssertionError(as + ": a block that is not the chain's: " + figure));
        assertThat(figure.amount().units()).as("%s: %s", as, figure).isEqualTo(truth);
    }

    /// Every root in this world is true.
    private static void requireTrue(String as, CheckReport report) {
        assertThat(report.finding())
                .as(as)
                .isNotInstanceOf(Finding.False.class)
                .isNotInstanceOf(Finding.NotThere.class);
    }
}
