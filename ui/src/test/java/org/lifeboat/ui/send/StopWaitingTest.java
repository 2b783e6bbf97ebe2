package org.lifeboat.ui.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.send.Speed;
import org.lifeboat.engine.source.Endpoint;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceOpener;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.rpc.Patience;
import org.lifeboat.rpc.RpcSources;
import org.lifeboat.testkit.anvil.AnvilNode;
import org.lifeboat.ui.HoldingSource;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.OpenWallet;
import org.lifeboat.ui.balances.Sheets;

/// Whoever waits no longer, for a source that does not answer: before the signature nothing is signed; after it nothing
/// is lost, signed twice or called unsigned.
class StopWaitingTest {
    private static final ChainId CHAIN = new ChainId(1);

    /// 10 coins.
    private static final String RICH = "0x8ac7230489e80000";

    private final AnvilNode node = AnvilNode.l1(1);
    private final RpcSources rpc = new RpcSources(Route.DIRECT, _ -> {}, Patience.standard(), InstantSource.system());
    private final OpenWallet wallet = new OpenWallet();
    private final LaterTasks tasks = new LaterTasks();
    private final SendViewModel model = new SendViewModel(desk(), tasks);
    private final HoldingSource source = holding();

    @BeforeEach
    void connect() {
        node.rpc("anvil_setBalance", "[\"" + OpenWallet.FIRST + "\",\"" + RICH + "\"]");
        node.mine(2);
        wallet.records()
                .at(InstantSource.system())
                .with(source)
                .networks()
                .confirmEndpoint(CHAIN, source.id().url(), false, Instant.now());
    }

    @AfterEach
    void close() {
        source.letGo().countDown();
        rpc.close();
        wallet.close();
        node.close();
    }

    @Test
    void beforeTheSignature_nothingIsSigned_andTheReviewComesBack() {
        SendScreen.Review review = review(model);
        model.sign(review, true);
        model.stopWaiting();
        assertThat(model.screen().get()).isEqualTo(review);
        tasks.runAll();

        assertThat(model.screen().get()).isEqualTo(review);
        assertThat(source.reached().getCount()).as("handed to the source").isOne();
        assertThat(wallet.records().storage().activity().unsettled()).isEmpty();
        model.sign(review, true);
        source.letGo().countDown();
        tasks.runAll();
        assertThat(model.screen().get())
                .as("the same review can be signed still")
                .isInstanceOf(SendScreen.Sent.class);
    }

    @Test
    void afterIt_whatIsSignedIsKept_takesItsNonce_andGoesOnByItself() throws InterruptedException {
        model.sign(review(model), true);
        Thread handing = Thread.ofVirtual().start(tasks::runNext);
        assertThat(source.reached().await(60, TimeUnit.SECONDS)).isTrue();
        model.stopWaiting();

        assertThat(model.screen().get()).isInstanceOf(SendScreen.StillSending.class);
        assertThat(wallet.records().storage().activity().unsettled())
                .singleElement()
                .satisfies(own -> assertThat(own.status()).isEqualTo(new Status.Saved()));
        SendViewModel second = new SendViewModel(desk(), tasks);
        assertThat(review(second).draft().transaction().nonce())
                .as("another payment is another one")
                .isEqualTo(new Nonce(1));

        source.letGo().countDown();
        handing.join();
        assertThat(model.screen().get()).isInstanceOf(SendScreen.Sent.class);
        assertThat(wallet.records().storage().activity().unsettled())
                .extracting(OwnTransaction::nonce)
                .containsExactly(new Nonce(0));
        assertThat(node.rpc("eth_getTransactionCount", "[\"" + OpenWallet.FIRST + "\",\"pending\"]")
                        .stringValue())
                .isEqualTo("0x1");
    }

    @Test
    void aFailureAfterTheSignature_isNotCalledUnsigned() throws InterruptedException {
        model.sign(review(model), true);
        Thread handing = Thread.ofVirtual().start(tasks::runNext);
        assertThat(source.reached().await(60, TimeUnit.SECONDS)).isTrue();
        wallet.records().close(); // as where the disk refuses from now on
        source.letGo().countDown();
        handing.join();

        assertThat(model.screen().get()).isInstanceOf(SendScreen.Unclear.class);
    }

    private SendScreen.Review review(SendViewModel of) {
        of.load(Optional.empty());
        tasks.runAll();
        SendForm empty = ((SendScreen.Filling) of.screen().get()).form();
        of.review(new SendForm(
                empty.from(), empty.network(), empty.asset(), Sheets.TWO.toChecksum(), "1", false, true, Speed.NORMAL));
        tasks.runAll();
        return (SendScreen.Review) of.screen().get();
    }

    private SendDesk desk() {
        return new SendDesk(
                wallet.records(),
                wallet.keys(),
                new Tokens(TokenList.bundled(), wallet.records().storage().tokens()));
    }

    /// Holds whoever hands it a transaction.
    private HoldingSource holding() {
        SourceId id = new SourceId(CHAIN, node.url().toString());
        if (rpc.open(new Endpoint(id, false)) instanceof SourceOpener.Opened.Ready(Source ready)) {
            return new HoldingSource(ready, Query.SendRaw.class::isInstance);
        }
        throw new IllegalStateException("a node of this computer is no source");
    }
}
