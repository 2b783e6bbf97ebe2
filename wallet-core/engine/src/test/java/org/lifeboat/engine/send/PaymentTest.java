package org.lifeboat.engine.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.abi.AbiFunction;
import org.lifeboat.engine.abi.OpGasPriceOracle;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.balances.Contradiction;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.FakeSource;
import org.lifeboat.engine.fake.FakeToken;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.FeeHistoryClaim;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.ReceiptClaim;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.TransactionClaim;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;

class PaymentTest {
    private static final long ETHER = 1_000_000_000_000_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Address ALICE = Address.fromHex("0x00000000000000000000000000000000000a11ce");
    private static final Address BOB = Address.fromHex("0x0b0b000000000000000000000000000000000b0b");
    private static final EcdsaSignature SIGNATURE = new EcdsaSignature(0, BigInteger.ONE, BigInteger.TWO);

    private final InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(FakeChain.NOW + 5));
    private final FakeChain chain = new FakeChain(1).with(ALICE, ETHER);
    private final FakeSource source = new FakeSource(chain, "a");
    private final InMemoryStorage storage = new InMemoryStorage();
    private final Sending sending = new Sending(storage, clock, PATIENCE);
    private final Submission submission = new Submission(storage.activity(), clock);
    private final Following following = new Following(storage.activity(), clock);

    @Test
    void plainPayment_takesTwentyOneThousandGasAndTheMedianTip() throws InterruptedException {
        Draft draft = ready(order(new SendAmount.Exactly(BigInteger.valueOf(1_000))), l1());

        var transaction = (Transaction.DynamicFee) draft.transaction();
        assertThat(transaction.gasLimit()).isEqualTo(new Gas(21_000));
        assertThat(transaction.maxPriorityFeePerGas()).isEqualTo(Wei.of(500_000_000L));
        assertThat(transaction.maxFeePerGas()).isEqualTo(Wei.of(2_500_000_000L));
        assertThat(transaction.nonce()).isEqualTo(new Nonce(0));
        assertThat(draft.fee().expected().total()).isEqualTo(Wei.of(1_500_000_000L * 21_000));
        assertThat(kinds(draft)).contains(Check.Kind.NEW_RECIPIENT).doesNotContain(Check.Kind.UNCHECKED);
    }

    @Test
    void max_leavesExactlyTheMostTheFeeCanBecome() throws InterruptedException {
        Draft draft = ready(order(new SendAmount.Max()), l1());

        assertThat(draft.units()).isEqualTo(BigInteger.valueOf(ETHER - 2_500_000_000L * 21_000));
        assertThat(kinds(draft)).doesNotContain(Check.Kind.COIN_MISSING).contains(Check.Kind.WAY_OUT_SHORT);
    }

    @Test
    void maxOnOpStack_leavesTheL1DataFeeAndTheOperatorFeeToo() throws InterruptedException {
        source.twist((query, reply) ->
                oracle(query, 4_000L, 6_000L, 70L).<Reply<?>>map(Reply.Got::new).orElse(reply));

        Draft draft = ready(
                order(new SendAmount.Max()), network(new Network.Layer.L2(ChainId.ETHEREUM, Network.Stack.OP_STACK)));

        assertThat(draft.fee().expected().l1Data()).isEqualTo(Wei.of(4_000));
        // The upper bound and a quarter more.
        assertThat(draft.fee().most().l1Data()).isEqualTo(Wei.of(7_500));
        assertThat(draft.fee().most().operator()).isEqualTo(Wei.of(70));
        assertThat(draft.units()).isEqualTo(BigInteger.valueOf(ETHER - 2_500_000_000L * 21_000 - 7_500 - 70));
        assertThat(kinds(draft)).contains(Check.Kind.WAY_OUT_UNKNOWN).doesNotContain(Check.Kind.FEE_PART_UNKNOWN);
    }

    @Test
    void opStackWithoutOracle_saysThatTheFeeIsNotWhole() throws InterruptedException {
        Draft draft = ready(
                order(new SendAmount.Max()), network(new Network.Layer.L2(ChainId.ETHEREUM, Network.Stack.OP_STACK)));

        assertThat(draft.fee().whole()).isFalse();
        assertThat(kinds(draft)).contains(Check.Kind.FEE_PART_UNKNOWN);
    }

    @Test
    void moreThanThereIs_isADanger() throws InterruptedException {
        Draft draft = ready(order(new SendAmount.Exactly(BigInteger.valueOf(ETHER))), l1());

        assertThat(kinds(draft)).contains(Check.Kind.COIN_MISSING);
        assertThat(draft.needsSecondYes()).isTrue();
    }

    @Test
    void feeHistoryThatContradictsTheHeader_isALie() throws InterruptedException {
        source.twist((query, reply) -> query instanceof Query.FeeHistoryOf
                ? reply.map(value -> {
                    var history = (FeeHistoryClaim) value;
                    return new FeeHistoryClaim(
                            history.oldestBlock(),
                            history.baseFees().stream()
                                    .map(fee -> fee.times(50))
                                    .toList(),
                            history.gasUsedPermille(),
                            history.rewards());
                })
                : reply);

        var result = (Preparation.Unanswered)
                sending.prepare(order(new SendAmount.Exactly(BigInteger.ONE)), place(l1(), source));

        assertThat(result.disagreements().getFirst().contradiction().what()).isEqualTo(Contradiction.What.BASE_FEE);
        assertThat(source.refutations()).hasSize(1);
    }

    @Test
    void sourceWithoutFeeHistory_isAskedForItsPrice() throws InterruptedException {
        source.twist((query, reply) ->
                query instanceof Query.FeeHistoryOf ? new Reply.Refused<>(-32601, "unknown", Optional.empty()) : reply);

        Draft draft = ready(order(new SendAmount.Exactly(BigInteger.ONE)), l1());

        assertThat(draft.fee().price())
                .isEqualTo(new GasPrice.Dynamic(Wei.of(1_000_000_000L), Wei.of(500_000_000L), Wei.of(2_500_000_000L)));
        assertThat(kinds(draft)).contains(Check.Kind.NO_FEE_HISTORY);
    }

    @Test
    void lieAboutTheNonce_isRefuted() throws InterruptedException {
        source.twist((query, reply) -> query instanceof Query.NonceOf ? new Reply.Got<>(new Nonce(9)) : reply);

        var result = (Preparation.Unanswered)
                sending.prepare(order(new SendAmount.Exactly(BigInteger.ONE)), place(l1(), source));

        assertThat(result.disagreements().getFirst().contradiction().what()).isEqualTo(Contradiction.What.NONCE);
    }

    @Test
    void failedEstimate_isShownWithTheContractsWords() throws InterruptedException {
        chain.at(BOB).code = Bytes.of((byte) 0x60);
        Bytes words = Bytes.of(
                new AbiFunction("Error(string)", "()").call("closed today").toArray());
        source.twist((query, reply) -> query instanceof Query.GasFor
                ? new Reply.Refused<>(3, "execution reverted", Optional.of(words))
                : reply);

        var result = (Preparation.NotPossible)
                sending.prepare(order(new SendAmount.Exactly(BigInteger.ONE)), place(l1(), source));

        assertThat(result.checks().getFirst()).isEqualTo(Check.of(Check.Kind.WILL_FAIL, "closed today"));
    }

    @Test
    void recipientWithCodeElsewhere_isADanger() throws InterruptedException {
        FakeChain other = new FakeChain(10);
        other.at(BOB).code = Bytes.of((byte) 0x60);
        SendPlace place = new SendPlace(
                l1(),
                List.of(source),
                List.of(new SendPlace.Elsewhere(
                        new Network(
                                new ChainId(10),
                                "Other",
                                "ETH",
                                new Network.Layer.Unstated(),
                                true,
                                Network.Origin.USER),
                        new FakeSource(other, "o"))),
                Set.of(),
                Optional.empty());

        var result = (Preparation.Ready) sending.prepare(order(new SendAmount.Exactly(BigInteger.ONE)), place);

        assertThat(result.draft().checks()).contains(Check.of(Check.Kind.CODE_ELSEWHERE, BOB.toChecksum(), "Other"));
    }

    @Test
    void lookalike_isADanger() {
        Known known = new Known(Address.fromHex("0xabcd000000000000000000000000000000001234"), "Carol");

        assertThat(known.looksLike(Address.fromHex("0xabcd999999999999999999999999999999991234")))
                .isTrue();
        assertThat(known.looksLike(Address.fromHex("0xabcd999999999999999999999999999999991235")))
                .isFalse();
        assertThat(known.looksLike(known.address())).isFalse();
    }

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

    private OwnTransaction sent() throws InterruptedException {
        Draft draft = ready(order(new SendAmount.Exactly(BigInteger.ONE)), l1());
        var result = (Submission.Result.Sent) submission.submit(
                draft,
                new SignedTransaction(draft.transaction(), SIGNATURE),
                List.of(source),
                Submission.Audience.ONE,
                PATIENCE);
        return result.transaction();
    }

    private static ReceiptClaim receipt(OwnTransaction own, Hash32 block, long number) {
        return new ReceiptClaim(
                own.hash(),
                block,
                number,
                true,
                new Gas(21_000),
                Optional.of(Wei.of(7)),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Optional<Bytes> oracle(Query<?> query, long l1Fee, long upperBound, long operator) {
        if (!(query instanceof Query.CallOf call) || !call.call().to().equals(Optional.of(OpGasPriceOracle.ADDRESS))) {
            return Optional.empty();
        }
        Bytes selector = call.call().data().slice(0, 4);
        long answer = selector.equals(OpGasPriceOracle.l1Fee(Bytes.EMPTY).slice(0, 4))
                ? l1Fee
                : selector.equals(OpGasPriceOracle.operatorFee(1).slice(0, 4)) ? operator : upperBound;
        return Optional.of(FakeToken.word(BigInteger.valueOf(answer)));
    }

    private Draft ready(SendOrder order, Network network) throws InterruptedException {
        return ((Preparation.Ready) sending.prepare(order, place(network, source))).draft();
    }

    private static SendPlace place(Network network, Source source) {
        return new SendPlace(network, List.of(source), List.of(), Set.of(), Optional.empty());
    }

    private static SendOrder order(SendAmount amount) {
        return SendOrder.of(ALICE, BOB, new Asset.Coin(l1()), amount);
    }

    private static List<Check.Kind> kinds(Draft draft) {
        return draft.checks().stream().map(Check::kind).toList();
    }

    private static Network l1() {
        return network(new Network.Layer.L1());
    }

    private static Network network(Network.Layer layer) {
        return new Network(new ChainId(1), "Test", "ETH", layer, true, Network.Origin.USER);
    }
}
