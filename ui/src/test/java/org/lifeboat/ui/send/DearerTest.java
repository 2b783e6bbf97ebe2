package org.lifeboat.ui.send;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lifeboat.engine.send.GasPrice;
import org.lifeboat.primitives.Wei;

/// Gas becomes dearer while somebody reads the review: nothing is signed unasked, and nothing else than was shown.
class DearerTest extends NodeStory {
    @Test
    void aYesToAPriceThatIsTooLowByNow_signsNothingAndAsks() {
        SendScreen.Review review = review(model);
        riseTo(review.draft().fee().price().most().plus(Wei.of(1)));
        model.sign(review, true);
        tasks.runAll();

        SendScreen.Dearer dearer = (SendScreen.Dearer) model.screen().get();
        assertThat(dearer.review()).isEqualTo(review);
        assertThat(dearer.twice()).isTrue();
        assertThat(dearer.price().base()).isGreaterThan(dearer.price().most());
        assertThat(wallet.records().storage().activity().unsettled()).isEmpty();

        model.again();
        tasks.runAll();
        SendScreen.Review anew = (SendScreen.Review) model.screen().get();
        assertThat(anew.draft().fee().price().most())
                .as("what is shown then pays for it")
                .isGreaterThan(dearer.price().base());
        model.sign(anew, true);
        tasks.runAll();
        assertThat(model.screen().get()).isInstanceOf(SendScreen.Sent.class);
    }

    @Test
    void allTheSame_signsWhatWasShown() {
        SendScreen.Review review = review(model);
        riseTo(review.draft().fee().price().most().times(3));
        model.sign(review, false);
        tasks.runAll();
        SendScreen.Dearer dearer = (SendScreen.Dearer) model.screen().get();
        model.sign(dearer.review(), true);
        tasks.runAll();

        assertThat(wallet.records().storage().activity().unsettled())
                .singleElement()
                .satisfies(own -> assertThat(own.nonce())
                        .isEqualTo(review.draft().transaction().nonce()))
                .satisfies(own -> assertThat(own.feeLimit().execution())
                        .isEqualTo(review.draft().fee().most().execution()));
    }

    @Test
    void aDoublingIsCovered_andNobodyIsAsked() {
        SendScreen.Review review = review(model);
        GasPrice.Dynamic price = (GasPrice.Dynamic) review.draft().fee().price();
        riseTo(price.expectedBase().times(2));
        model.sign(review, true);
        tasks.runAll();

        assertThat(model.screen().get()).isInstanceOf(SendScreen.Sent.class);
    }

    @Test
    void whoeverGaveUpMeanwhile_isLeftWithTheReview() {
        SendScreen.Review review = review(model);
        riseTo(review.draft().fee().price().most().times(3));
        model.sign(review, true);
        model.stopWaiting();
        tasks.runAll();

        assertThat(model.screen().get()).isEqualTo(review);
    }

    /// The base fee of the block that comes next, and of the newest.
    private void riseTo(Wei base) {
        for (int block = 0; block < 2; block++) {
            node.rpc("anvil_setNextBlockBaseFeePerGas", "[\"0x" + base.value().toString(16) + "\"]");
            node.mine(1);
        }
        node.rpc("anvil_setNextBlockBaseFeePerGas", "[\"0x" + base.value().toString(16) + "\"]");
    }
}
