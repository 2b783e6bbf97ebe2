package org.lifeboat.ui.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.send.GasPrice;
import org.lifeboat.engine.send.Speed;
import org.lifeboat.engine.source.Endpoint;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceOpener;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rpc.Patience;
import org.lifeboat.rpc.RpcSources;
import org.lifeboat.testkit.anvil.AnvilNode;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.OpenWallet;
import org.lifeboat.ui.balances.Sheets;

/// Gas becomes dearer while somebody reads the review: nothing is signed unasked, and nothing else than was shown.
class DearerTest {
    private static final ChainId CHAIN = new ChainId(1);

    /// 10 coins.
    private static final String RICH = "0x8ac7230489e80000";

    private final AnvilNode node = AnvilNode.l1(1);
    private final RpcSources rpc = new RpcSources(Route.DIRECT, _ -> {}, Patience.standard(), InstantSource.system());
    private final OpenWallet wallet = new OpenWallet();
    private final LaterTasks tasks = new LaterTasks();
    private final SendViewModel model = new SendViewModel(desk(), tasks);
    private final Source source = source();

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
        rpc.close();
        wallet.close();
        node.close();
    }

    @Test
    void aYesToAPriceThatIsTooLowByNow_signsNothingAndAsks() {
        SendScreen.Review review = review();
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
        SendScreen.Review review = review();
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
        SendScreen.Review review = review();
        GasPrice.Dynamic price = (GasPrice.Dynamic) review.draft().fee().price();
        riseTo(price.expectedBase().times(2));
        model.sign(review, true);
        tasks.runAll();

        assertThat(model.screen().get()).isInstanceOf(SendScreen.Sent.class);
    }

    @Test
    void whoeverGaveUpMeanwhile_isLeftWithTheReview() {
        SendScreen.Review review = review();
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

    private SendScreen.Review review() {
        return review(model);
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

    private Source source() {
        SourceId id = new SourceId(CHAIN, node.url().toString());
        if (rpc.open(new Endpoint(id, false)) instanceof SourceOpener.Opened.Ready(Source ready)) {
            return ready;
        }
        throw new IllegalStateException("a node of this computer is no source");
    }
}
