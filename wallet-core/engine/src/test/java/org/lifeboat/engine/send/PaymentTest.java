package org.lifeboat.engine.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.abi.AbiFunction;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.exit.Readiness;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.FakeSource;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.FeeHistoryClaim;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.Transaction;

class PaymentTest extends PaymentStory {
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
        Draft draft = ready(order(new SendAmount.Max(true)), l1());

        assertThat(draft.units()).isEqualTo(BigInteger.valueOf(ETHER - 2_500_000_000L * 21_000));
        assertThat(kinds(draft)).doesNotContain(Check.Kind.COIN_MISSING).contains(Check.Kind.WAY_OUT_SHORT);
    }

    @Test
    void maxOnL1_leavesWhatAWayOutTakes_whereALayer2IsWatched() throws InterruptedException {
        BigInteger kept = Readiness.needed(Wei.of(1_500_000_000L)).value();

        Draft draft =
                ((Preparation.Ready) sending.prepare(order(new SendAmount.Max(true)), aboveWhichIsALayer2())).draft();
        Draft all =
                ((Preparation.Ready) sending.prepare(order(new SendAmount.Max(false)), aboveWhichIsALayer2())).draft();

        assertThat(all.units()).isEqualTo(BigInteger.valueOf(ETHER - 2_500_000_000L * 21_000));
        assertThat(draft.units()).isEqualTo(all.units().subtract(kept));
        assertThat(kinds(draft)).contains(Check.Kind.WAY_OUT_KEPT).doesNotContain(Check.Kind.WAY_OUT_SHORT);
        assertThat(kinds(all)).contains(Check.Kind.WAY_OUT_SHORT).doesNotContain(Check.Kind.WAY_OUT_KEPT);
    }

    /// The same sum that readiness asks for: an account that has a wei less is not told that it has enough.
    @Test
    void whatStaysForAWayOut_isMeasuredByWhatReadinessNeeds() throws InterruptedException {
        BigInteger fee = BigInteger.valueOf(2_500_000_000L * 21_000);
        BigInteger most = BigInteger.valueOf(ETHER)
                .subtract(fee)
                .subtract(Readiness.needed(Wei.of(1_500_000_000L)).value());

        assertThat(kinds(ready(order(new SendAmount.Exactly(most)), l1()))).doesNotContain(Check.Kind.WAY_OUT_SHORT);
        assertThat(kinds(ready(order(new SendAmount.Exactly(most.add(BigInteger.ONE))), l1())))
                .contains(Check.Kind.WAY_OUT_SHORT);
    }

    @Test
    void maxOnL1_thatTheWayOutTakesWhole_isNotPossible_andSaysWhy() throws InterruptedException {
        chain.with(ALICE, 1_000_000_000_000_000L);

        var result = (Preparation.NotPossible) sending.prepare(order(new SendAmount.Max(true)), aboveWhichIsALayer2());

        assertThat(result.checks()).extracting(Check::kind).containsExactly(Check.Kind.WAY_OUT_TAKES_ALL);
    }

    private SendPlace aboveWhichIsALayer2() {
        Network above = new Network(
                new ChainId(10),
                "Other",
                "ETH",
                new Network.Layer.L2(new ChainId(1), Network.Stack.OP_STACK),
                true,
                Network.Origin.USER);
        return new SendPlace(
                l1(),
                List.of(source),
                List.of(new SendPlace.Elsewhere(above, new FakeSource(new FakeChain(10), "o"))),
                Set.of(),
                Optional.empty());
    }

    @Test
    void maxOnOpStack_leavesTheL1DataFeeAndTheOperatorFeeToo() throws InterruptedException {
        source.twist((query, reply) ->
                oracle(query, 4_000L, 6_000L, 70L).<Reply<?>>map(Reply.Got::new).orElse(reply));

        Draft draft = ready(
                order(new SendAmount.Max(true)),
                network(new Network.Layer.L2(ChainId.ETHEREUM, Network.Stack.OP_STACK)));

        assertThat(draft.fee().expected().l1Data()).isEqualTo(Wei.of(4_000));
        // The upper bound, 81/64 of it, rounded up.
        assertThat(draft.fee().most().l1Data()).isEqualTo(Wei.of(7_594));
        assertThat(draft.fee().most().operator()).isEqualTo(Wei.of(70));
        assertThat(draft.units()).isEqualTo(BigInteger.valueOf(ETHER - 2_500_000_000L * 21_000 - 7_594 - 70));
        assertThat(kinds(draft)).contains(Check.Kind.WAY_OUT_UNKNOWN).doesNotContain(Check.Kind.L1_DATA_FEE_UNKNOWN);
    }

    @Test
    void opStackWithoutOracle_saysThatTheFeeIsNotWhole() throws InterruptedException {
        Draft draft = ready(
                order(new SendAmount.Max(true)),
                network(new Network.Layer.L2(ChainId.ETHEREUM, Network.Stack.OP_STACK)));

        assertThat(draft.fee().whole()).isFalse();
        assertThat(kinds(draft)).contains(Check.Kind.L1_DATA_FEE_UNKNOWN);
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
    void failedEstimate_whereNothingCanBeTriedAsksForALimit_withTheContractsWords() throws InterruptedException {
        chain.at(BOB).code = Bytes.of((byte) 0x60);
        Bytes words = Bytes.of(
                new AbiFunction("Error(string)", "()").call("closed today").toArray());
        source.twist((query, reply) -> query instanceof Query.GasFor
                ? new Reply.Refused<>(3, "execution reverted", Optional.of(words))
                : reply);

        var result = (Preparation.GasLimitWanted)
                sending.prepare(order(new SendAmount.Exactly(BigInteger.ONE)), place(l1(), source));

        assertThat(result.checks())
                .containsExactly(Check.of(Check.Kind.WILL_FAIL, "closed today"), Check.of(Check.Kind.GAS_UNKNOWN));
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
}
