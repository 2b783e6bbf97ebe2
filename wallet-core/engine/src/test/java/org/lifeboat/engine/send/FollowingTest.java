package org.lifeboat.engine.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.FakeSource;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.ReceiptClaim;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.TransactionClaim;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;

class FollowingTest extends PaymentStory {
    @Test
    void submit_savesBeforeItSendsAndSendsTheSameBytesAgain() throws InterruptedException {
        Draft draft = ready(order(new SendAmount.Exactly(BigInteger.ONE)), l1());
        SignedTransaction signed = new SignedTransaction(draft.transaction(), SIGNATURE);
        FakeSource watching = new FakeSource(chain, "w").twist((query, reply) -> {
            if (query instanceof Query.SendRaw) {
                assertThat(storage.activity().find(new ChainId(1), signed.hash()))
                        .isPresent();
                return new Reply.Failed<>(Reply.Failure.TIMED_OUT, "no answer");
            }
            return reply;
        });

        var lost = (Submission.Result.NotTaken)
                submission.submit(draft, signed, List.of(watching), Submission.Audience.ONE, PATIENCE);
        var sent = (Submission.Result.Sent)
                submission.resend(lost.transaction(), List.of(source), Submission.Audience.ONE, PATIENCE);

        assertThat(watching.sent()).containsExactly(signed.encoded());
        assertThat(source.sent()).containsExactly(signed.encoded());
        assertThat(sent.transaction().status()).isInstanceOf(Status.Sent.class);
    }

    @Test
    void submit_refusesWhatWasNotShown() throws InterruptedException {
        Draft shown = ready(order(new SendAmount.Exactly(BigInteger.ONE)), l1());
        Draft other = ready(order(new SendAmount.Exactly(BigInteger.TWO)), l1());

        Submission.Result result = submission.submit(
                shown,
                new SignedTransaction(other.transaction(), SIGNATURE),
                List.of(source),
                Submission.Audience.ONE,
                PATIENCE);

        assertThat(result).isEqualTo(new Submission.Result.NotThisDraft());
        assertThat(source.sent()).isEmpty();
    }

    @Test
    void alreadyKnown_countsAsTaken() throws InterruptedException {
        OwnTransaction own = sent();
        FakeSource knows = new FakeSource(chain, "k")
                .twist((query, reply) -> query instanceof Query.SendRaw
                        ? new Reply.Refused<>(-32000, "already known", Optional.empty())
                        : reply);

        assertThat(submission.resend(own, List.of(knows), Submission.Audience.ONE, PATIENCE))
                .isInstanceOf(Submission.Result.Sent.class);
    }

    @Test
    void minedTransaction_goesBackWhenItsBlockIsGone() throws InterruptedException {
        OwnTransaction own = sent();
        ReceiptClaim receipt = receipt(own, chain.header(99).hash(), 99);
        source.twist(
                (query, reply) -> query instanceof Query.ReceiptOf ? new Reply.Got<>(Optional.of(receipt)) : reply);

        Following.Look mined = following.look(own, l1(), List.of(source), PATIENCE);
        assertThat(mined.transaction().status()).isInstanceOf(Status.Mined.class);
        assertThat(mined.confirmations()).isEqualTo(2);
        assertThat(mined.proven()).isFalse();
        assertThat(mined.transaction().feePaid()).isPresent();

        // The same receipt, but another block stands at that height now.
        source.twist(
                (query, reply) -> query instanceof Query.HeaderOf(var block) && block instanceof BlockSelector.AtNumber
                        ? new Reply.Got<>(Optional.of(chain.claim(98)))
                        : reply);
        Following.Look back = following.look(mined.transaction(), l1(), List.of(source), PATIENCE);
        assertThat(back.transaction().status()).isInstanceOf(Status.Sent.class);
    }

    @Test
    void onL2_itIsAcceptedAndNotMined() throws InterruptedException {
        OwnTransaction own = sent();
        ReceiptClaim receipt = receipt(own, chain.header(100).hash(), 100);
        source.twist(
                (query, reply) -> query instanceof Query.ReceiptOf ? new Reply.Got<>(Optional.of(receipt)) : reply);

        Following.Look look = following.look(
                own,
                network(new Network.Layer.L2(ChainId.ETHEREUM, Network.Stack.OP_STACK)),
                List.of(source),
                PATIENCE);

        assertThat(look.transaction().status()).isInstanceOf(Status.Accepted.class);
    }

    @Test
    void receiptWithAWrongBlockNumber_isALie() throws InterruptedException {
        OwnTransaction own = sent();
        ReceiptClaim receipt = receipt(own, chain.header(99).hash(), 98);
        source.twist(
                (query, reply) -> query instanceof Query.ReceiptOf ? new Reply.Got<>(Optional.of(receipt)) : reply);

        Following.Look look = following.look(own, l1(), List.of(source), PATIENCE);

        assertThat(look.answered()).isFalse();
        assertThat(look.disagreements().getFirst().contradiction().what()).isEqualTo(Contradiction.What.RECEIPT);
        assertThat(look.transaction().status()).isEqualTo(own.status());
    }

    @Test
    void receiptWithAPriceThatTheBlockDidNotTake_isALie() throws InterruptedException {
        OwnTransaction own = sent();
        ReceiptClaim honest = receipt(own, chain.header(99).hash(), 99);
        ReceiptClaim dear = new ReceiptClaim(
                honest.transaction(),
                honest.blockHash(),
                honest.blockNumber(),
                true,
                honest.gasUsed(),
                Optional.of(Wei.of(1_500_000_001L)),
                Optional.empty(),
                Optional.empty(),
                List.of());
        source.twist((query, reply) -> query instanceof Query.ReceiptOf ? new Reply.Got<>(Optional.of(dear)) : reply);

        Following.Look look = following.look(own, l1(), List.of(source), PATIENCE);

        assertThat(look.disagreements().getFirst().contradiction().what()).isEqualTo(Contradiction.What.RECEIPT);
    }

    @Test
    void unknownTransaction_isDroppedOrReplacedByItsNonce() throws InterruptedException {
        OwnTransaction own = sent();
        assertThat(following
                        .look(own, l1(), List.of(source), PATIENCE)
                        .transaction()
                        .status())
                .isEqualTo(new Status.Dropped());

        chain.at(ALICE).nonce = new Nonce(1);
        assertThat(following
                        .look(own, l1(), List.of(source), PATIENCE)
                        .transaction()
                        .status())
                .isInstanceOf(Status.Replaced.class);
    }

    /// Servers answer a batch piece by piece: the receipt is not there yet, and the nonce is used up already.
    @Test
    void aBlockBetweenTheAnswersOfOneBatch_doesNotMakeItReplacedByItself() throws InterruptedException {
        OwnTransaction own = sent();
        chain.at(ALICE).nonce = new Nonce(1);
        ReceiptClaim receipt = receipt(own, chain.header(99).hash(), 99);
        AtomicInteger asked = new AtomicInteger();
        source.twist((query, reply) -> query instanceof Query.ReceiptOf
                ? new Reply.Got<>(asked.getAndIncrement() == 0 ? Optional.empty() : Optional.of(receipt))
                : reply);

        Following.Look look = following.look(own, l1(), List.of(source), PATIENCE);

        assertThat(look.transaction().status()).isInstanceOf(Status.Mined.class);
    }

    /// It proves the nonce in a state of its own, under a block that nobody else has; what has used it up it cannot
    /// show.
    @Test
    void aSourceThatMakesUpALaterBlock_doesNotMakeItGivenUp_whereAnotherWouldStillTakeIt() throws InterruptedException {
        OwnTransaction own = sent();
        FakeChain invented = new FakeChain(1).with(ALICE, ETHER);
        invented.at(ALICE).nonce = new Nonce(1);
        invented.mine(50);
        FakeSource liar = new FakeSource(invented, "liar");

        for (List<Source> sources : List.of(List.<Source>of(liar, source), List.<Source>of(source, liar))) {
            assertThat(following
                            .look(own, l1(), sources, PATIENCE)
                            .transaction()
                            .status())
                    .isEqualTo(new Status.Dropped());
        }
    }

    @Test
    void waitingTransaction_staysSent() throws InterruptedException {
        OwnTransaction own = sent();
        source.twist((query, reply) -> query instanceof Query.TransactionOf
                ? new Reply.Got<>(Optional.of(new TransactionClaim(own.hash(), own.nonce(), Optional.empty())))
                : reply);

        assertThat(following
                        .look(own, l1(), List.of(source), PATIENCE)
                        .transaction()
                        .status())
                .isInstanceOf(Status.Sent.class);
    }

    /// A node that neither passes on nor makes blocks keeps what it took to itself.
    @Test
    void whoeverLacksWhatAnotherHasHadForAWhile_isNamed() throws InterruptedException {
        OwnTransaction own = sent();
        source.twist((query, reply) -> query instanceof Query.TransactionOf
                ? new Reply.Got<>(Optional.of(new TransactionClaim(own.hash(), own.nonce(), Optional.empty())))
                : reply);
        FakeSource other = new FakeSource(chain, "b");
        List<Source> both = List.of(source, other);

        assertThat(following.look(own, l1(), both, PATIENCE).lackedBy())
                .as("it may be on its way")
                .isEmpty();
        Following later =
                new Following(storage.activity(), () -> clock.instant().plusSeconds(30));
        Following.Look held = later.look(own, l1(), both, PATIENCE);
        assertThat(held.transaction().status()).isInstanceOf(Status.Sent.class);
        assertThat(held.lackedBy()).containsExactly(other.id());
        assertThat(later.look(own, l1(), List.of(source, source), PATIENCE).lackedBy())
                .isEmpty();
        assertThat(later.look(own, l1(), List.of(other), PATIENCE).pending())
                .as("nobody has it")
                .matches(Pending::isWithoutTaker)
                .matches(pending -> pending.lackedBy().isEmpty());
    }

    @Test
    void replacement_raisesBothFeesByAtLeastATenthAndKeepsTheNonce() throws InterruptedException {
        OwnTransaction own = sent();
        var old = (Transaction.DynamicFee)
                ready(order(new SendAmount.Exactly(BigInteger.ONE)), l1()).transaction();
        GasPrice cheap = new GasPrice.Dynamic(Wei.of(1), Wei.of(1), Wei.of(3));

        Draft cancel = Replacing.cancel(l1(), new Asset.Coin(l1()), own, old, cheap, GasNeed.PLAIN_TRANSFER)
                .orElseThrow();

        var transaction = (Transaction.DynamicFee) cancel.transaction();
        assertThat(transaction.maxPriorityFeePerGas()).isEqualTo(Wei.of(550_000_000L));
        assertThat(transaction.maxFeePerGas()).isEqualTo(Wei.of(2_750_000_000L));
        assertThat(transaction.nonce()).isEqualTo(old.nonce());
        assertThat(transaction.recipient()).contains(ALICE);
        assertThat(transaction.value()).isEqualTo(Wei.ZERO);
        assertThat(cancel.kind()).isEqualTo(OwnTransaction.Kind.CANCEL);
        assertThat(Replacing.bumped(old, new GasPrice.Dynamic(Wei.of(5), Wei.of(5), Wei.of(9_000_000_000L)))
                        .most())
                .isEqualTo(Wei.of(9_000_000_000L));
    }
}
