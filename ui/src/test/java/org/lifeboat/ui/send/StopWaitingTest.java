package org.lifeboat.ui.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.ui.HoldingSource;
import org.lifeboat.ui.OpenWallet;

/// Whoever waits no longer, for a source that does not answer: before the signature nothing is signed; after it nothing
/// is lost, signed twice or called unsigned.
class StopWaitingTest extends NodeStory {
    private final HoldingSource source = new HoldingSource(plain(), Query.SendRaw.class::isInstance);

    /// Holds whoever hands it a transaction.
    @Override
    Source source() {
        return source;
    }

    @AfterEach
    void letGo() {
        source.letGo().countDown();
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
}
