package org.lifeboat.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.Following;
import org.lifeboat.engine.send.GasPrice;
import org.lifeboat.engine.send.Preparation;
import org.lifeboat.engine.send.Replacing;
import org.lifeboat.engine.send.SendAmount;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.send.Speed;
import org.lifeboat.engine.send.Submission;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.testkit.anvil.AnvilNode;
import org.lifeboat.testkit.liar.Lie;

/// Payments that do not simply go through, against a real node: waiting, sped up, cancelled, handed over again,
/// replaced
/// from elsewhere, lost in a reorganisation.
class PaymentStoryTest {
    private static StoryChain chain;
    private static AnvilNode node;
    private static Source source;

    @BeforeAll
    static void start() {
        chain = StoryChain.start();
        node = chain.node;
        source = chain.honest();
    }

    @AfterAll
    static void stop() {
        if (chain != null) {
            chain.close();
        }
    }

    @BeforeEach
    void mineOnDemandOnly() {
        node.rpc("evm_setAutomine", "[false]");
        node.mine(1);
    }

    @Test
    void spedUp_theNewOneIsMinedAndTheOldOneNamesIt() throws InterruptedException {
        OwnTransaction slow = send(coin(1));

        OwnTransaction quick = submit(speedUp(slow));
        assertThat(look(slow).status()).isEqualTo(new Status.Dropped());
        node.mine(1);

        assertThat(provenLook(quick).status()).isInstanceOf(Status.Mined.class);
        assertThat(look(slow).status()).isEqualTo(new Status.Replaced(Optional.of(quick.hash())));
        assertThat(quick.nonce()).isEqualTo(slow.nonce());
    }

    @Test
    void cancelled_nothingIsPaid() throws InterruptedException {
        BigInteger before = balance(chain.other.toHex());
        OwnTransaction payment = send(coin(5_000));

        Draft nothing = Replacing.cancel(
                        chain.network(),
                        new Asset.Coin(chain.network()),
                        payment,
                        transaction(payment),
                        market(),
                        new Gas(21_000))
                .orElseThrow();
        OwnTransaction cancelling = submit(nothing);
        node.mine(1);

        assertThat(provenLook(cancelling).status()).isInstanceOf(Status.Mined.class);
        assertThat(look(payment).status()).isEqualTo(new Status.Replaced(Optional.of(cancelling.hash())));
        assertThat(balance(chain.other.toHex())).isEqualTo(before);
    }

    @Test
    void forgottenByTheNode_theSameBytesAreHandedOverAgain() throws InterruptedException {
        OwnTransaction own = send(coin(1));
        node.rpc("anvil_dropTransaction", "[\"" + own.hash().toHex() + "\"]");
        OwnTransaction dropped = look(own);
        assertThat(dropped.status()).isEqualTo(new Status.Dropped());

        var again = (Submission.Result.Sent)
                chain.submission().resend(dropped, List.of(source), Submission.Audience.ALL, StoryChain.TIME);
        assertThat(again.transaction().status()).isInstanceOf(Status.Sent.class);
        assertThat(again.transaction().signed()).isEqualTo(own.signed());
        node.mine(1);

        assertThat(provenLook(again.transaction()).status()).isInstanceOf(Status.Mined.class);
    }

    @Test
    void severalWaiting_takeTheirTurn_andEachOutcomeIsProvenByItsPlace() throws InterruptedException {
        OwnTransaction first = send(coin(1));
        OwnTransaction second = send(tokens(2, Optional.empty()));
        // More than there is: the user's own gas limit sends it all the same, and it fails.
        OwnTransaction failing = send(tokens(1_000_000, Optional.of(new Gas(90_000))));
        OwnTransaction last = send(coin(2));
        assertThat(List.of(second.nonce(), failing.nonce(), last.nonce()))
                .extracting(nonce -> nonce.value() - first.nonce().value())
                .containsExactly(1L, 2L, 3L);
        node.mine(1);

        assertThat(provenLook(first).status()).isInstanceOf(Status.Mined.class);
        assertThat(provenLook(second).status()).isInstanceOf(Status.Mined.class);
        assertThat(provenLook(failing).status()).isInstanceOf(Status.Reverted.class);
        for (Lie lie : List.of(Lie.RECEIPT_STATUS, Lie.RECEIPT_GAS_USED, Lie.RECEIPT_GAS_PRICE)) {
            chain.liar.tell(lie);
            assertThat(chain.following()
                            .look(failing, chain.network(), List.of(chain.throughLiar()), StoryChain.TIME)
                            .disagreements())
                    .as(lie.name())
                    .hasSize(1);
        }
        for (Lie lie : List.of(Lie.BLOCK_RECEIPTS, Lie.BLOCK_TRANSACTION_LEFT_OUT)) {
            chain.liar.tell(lie);
            Following.Look look =
                    chain.following().look(failing, chain.network(), List.of(chain.throughLiar()), StoryChain.TIME);
            assertThat(look.answered()).as(lie.name()).isTrue();
            assertThat(look.proven()).as(lie.name()).isFalse();
        }
        OwnTransaction settled = provenLook(last);
        assertThat(settled.status()).isInstanceOf(Status.Mined.class);
        assertThat(settled.feePaid().orElseThrow().total().value()).isEqualTo(feeOf(last.hash()));
    }

    @Test
    void replacedFromElsewhere_theOtherIsFoundOnTheChain() throws InterruptedException {
        OwnTransaction own = send(coin(1));
        node.rpc("anvil_dropTransaction", "[\"" + own.hash().toHex() + "\"]");
        String foreign = node.rpc("eth_sendTransaction", """
                        [{"from": "%s", "to": "%s", "value": "0x7", "nonce": "0x%x", "gas": "0x5208"}]
                        """.formatted(
                        chain.sender.toHex(), chain.other.toHex(), own.nonce().value()))
                .stringValue();
        node.mine(12);

        OwnTransaction replaced = look(own);

        assertThat(replaced.status()).isEqualTo(new Status.Replaced(Optional.of(Hash32.fromHex(foreign))));
        assertThat(chain.storage.activity().find(own.chain(), own.hash()))
                .map(OwnTransaction::status)
                .contains(replaced.status());
    }

    @Test
    void minedAndReorganisedAway_itIsOpenAgain_andCanBeMinedAgain() throws InterruptedException {
        String snapshot = node.rpc("evm_snapshot", "[]").stringValue();
        OwnTransaction own = send(coin(1));
        node.mine(1);
        OwnTransaction mined = provenLook(own);
        assertThat(mined.status()).isInstanceOf(Status.Mined.class);
        assertThat(mined.feePaid()).isPresent();

        node.rpc("evm_revert", "[\"" + snapshot + "\"]");
        // The node that has lost the block is behind it at first: that says nothing.
        assertThat(chain.following()
                        .look(mined, chain.network(), List.of(source), StoryChain.TIME)
                        .answered())
                .isFalse();
        node.mine(3);
        OwnTransaction open = look(mined);
        assertThat(open.status()).isEqualTo(new Status.Dropped());
        assertThat(open.feePaid()).isEmpty();

        chain.submission().resend(open, List.of(source), Submission.Audience.ALL, StoryChain.TIME);
        node.mine(1);
        assertThat(provenLook(open).status()).isInstanceOf(Status.Mined.class);
    }

    @Test
    void tokens_arriveAndLeaveTheSender() throws InterruptedException {
        OwnTransaction own = send(tokens(100, Optional.empty()));
        node.mine(1);

        assertThat(provenLook(own).status()).isInstanceOf(Status.Mined.class);
        assertThat(own.counterpart()).contains(chain.other);
        assertThat(own.units()).isEqualTo(BigInteger.valueOf(100));
    }

    @Test
    void moreTokensThanThereAre_isSaidAsThat() throws InterruptedException {
        var refused = (Preparation.GasLimitWanted)
                chain.sending().prepare(tokens(1_000_000, Optional.empty()), chain.place(source));

        assertThat(refused.checks())
                .extracting(Check::kind)
                .contains(Check.Kind.TOKEN_MISSING, Check.Kind.GAS_NEVER_ENOUGH);
    }

    private static SendOrder coin(long wei) {
        return SendOrder.of(
                chain.sender,
                chain.other,
                new Asset.Coin(chain.network()),
                new SendAmount.Exactly(BigInteger.valueOf(wei)));
    }

    private static SendOrder tokens(long units, Optional<Gas> limit) {
        Token token = chain.pinned;
        return new SendOrder(
                chain.sender,
                chain.other,
                new Asset.Erc20(token, true),
                new SendAmount.Exactly(BigInteger.valueOf(units)),
                Speed.NORMAL,
                Optional.empty(),
                limit,
                Optional.empty(),
                "");
    }

    private static OwnTransaction send(SendOrder order) throws InterruptedException {
        return submit(((Preparation.Ready) chain.sending().prepare(order, chain.place(source))).draft());
    }

    private static OwnTransaction submit(Draft draft) {
        var sent = (Submission.Result.Sent) chain.submission()
                .submit(
                        draft,
                        StoryChain.sign(draft.transaction()),
                        List.of(source),
                        Submission.Audience.ALL,
                        StoryChain.TIME);
        return sent.transaction();
    }

    private static Draft speedUp(OwnTransaction own) throws InterruptedException {
        return Replacing.speedUp(chain.network(), new Asset.Coin(chain.network()), own, transaction(own), market())
                .orElseThrow();
    }

    private static GasPrice market() throws InterruptedException {
        return ((Preparation.Ready) chain.sending().prepare(coin(0), chain.place(source)))
                .draft()
                .fee()
                .price();
    }

    private static Transaction transaction(OwnTransaction own) {
        return StoryChain.decode(own.signed()).transaction();
    }

    private static OwnTransaction look(OwnTransaction own) {
        return chain.following()
                .look(own, chain.network(), List.of(source), StoryChain.TIME)
                .transaction();
    }

    private static OwnTransaction provenLook(OwnTransaction own) {
        Following.Look look = chain.following().look(own, chain.network(), List.of(source), StoryChain.TIME);
        assertThat(look.disagreements()).isEmpty();
        assertThat(look.proven()).isTrue();
        return look.transaction();
    }

    private static BigInteger balance(String address) {
        return quantity(
                node.rpc("eth_getBalance", "[\"" + address + "\",\"latest\"]").stringValue());
    }

    private static BigInteger feeOf(Hash32 hash) {
        var receipt = node.rpc("eth_getTransactionReceipt", "[\"" + hash.toHex() + "\"]");
        return quantity(receipt.get("gasUsed").stringValue())
                .multiply(quantity(receipt.get("effectiveGasPrice").stringValue()));
    }

    private static BigInteger quantity(String hex) {
        return new Wei(new BigInteger(hex.substring(2), 16)).value();
    }
}
