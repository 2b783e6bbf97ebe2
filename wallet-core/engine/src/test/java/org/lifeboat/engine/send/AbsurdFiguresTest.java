package org.lifeboat.engine.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.engine.abi.OpGasPriceOracle;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.FakeSource;
import org.lifeboat.engine.fake.FakeToken;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.FeeHistoryClaim;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;

/// Figures of the right form that nobody can calculate with.
class AbsurdFiguresTest {
    private static final Address ALICE = Address.fromHex("0x00000000000000000000000000000000000a11ce");
    private static final Address BOB = Address.fromHex("0x0b0b000000000000000000000000000000000b0b");
    private static final BigInteger LARGEST = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);
    private static final Network.Layer OP = new Network.Layer.L2(ChainId.ETHEREUM, Network.Stack.OP_STACK);
    private static final Network.Layer NITRO = new Network.Layer.L2(ChainId.ETHEREUM, Network.Stack.ARBITRUM_NITRO);

    private final FakeSource source = new FakeSource(new FakeChain(1).with(ALICE, 1_000_000_000_000_000_000L), "a");

    @Test
    void tipsWithoutBound_areNoFeeHistory() throws InterruptedException {
        source.twist(AbsurdFiguresTest::absurdTips);

        var result = (Preparation.Ready) prepare(BigInteger.ONE, new Network.Layer.L1());

        assertThat(kinds(result)).contains(Check.Kind.NO_FEE_HISTORY);
    }

    @Test
    void priceWithoutBound_isNoAnswer() throws InterruptedException {
        source.twist(AbsurdFiguresTest::absurdTips);
        source.twist((query, reply) -> query instanceof Query.GasPriceOf ? new Reply.Got<>(new Wei(LARGEST)) : reply);

        assertThat(prepare(BigInteger.ONE, new Network.Layer.L1())).isInstanceOf(Preparation.Unanswered.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MAX_VALUE / 6 + 1, (1L << 50) + 1})
    void gasBeyondAnyBlock_isNoAnswer(long gas) throws InterruptedException {
        source.twist((query, reply) -> query instanceof Query.GasFor ? new Reply.Got<>(new Gas(gas)) : reply);

        assertThat(prepare(BigInteger.ONE, new Network.Layer.L1())).isInstanceOf(Preparation.Unanswered.class);
    }

    @Test
    void rollupFeeWithoutBound_isUnknown() throws InterruptedException {
        source.twist((query, reply) -> query instanceof Query.CallOf ? new Reply.Got<>(word(LARGEST)) : reply);

        assertThat(kinds((Preparation.Ready) prepare(BigInteger.ONE, OP))).contains(Check.Kind.L1_DATA_FEE_UNKNOWN);
    }

    @Test
    void arbitrumBaseFeeWithoutBound_isUnknown() throws InterruptedException {
        Bytes parts = word(BigInteger.ONE.shiftLeft(62).subtract(BigInteger.ONE))
                .plus(word(LARGEST))
                .plus(word(LARGEST));
        source.twist((query, reply) -> query instanceof Query.CallOf ? new Reply.Got<>(parts) : reply);

        assertThat(kinds((Preparation.Ready) prepare(BigInteger.ONE, NITRO))).contains(Check.Kind.L1_SHARE_UNKNOWN);
    }

    @Test
    void operatorFee_isNoneOnlyWhereTheContractItselfSaysNo() throws InterruptedException {
        FakeSource reverting = source;
        reverting.twist(
                (query, reply) -> oracle(query, new Reply.Refused<>(-32000, "execution reverted", none()), reply));
        assertThat(kinds((Preparation.Ready) prepare(BigInteger.ONE, OP)))
                .doesNotContain(Check.Kind.OPERATOR_FEE_UNKNOWN);

        source.twist((query, reply) -> oracle(query, new Reply.Refused<>(-32005, "daily quota", none()), reply));
        assertThat(kinds((Preparation.Ready) prepare(BigInteger.ONE, OP))).contains(Check.Kind.OPERATOR_FEE_UNKNOWN);
    }

    @Test
    void amountAsLargeAsTheWord_isMissingAndNoFault() throws InterruptedException {
        var result = (Preparation.Ready) prepare(LARGEST, new Network.Layer.L1());

        assertThat(kinds(result)).contains(Check.Kind.COIN_MISSING);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, (1L << 50) + 1})
    void ownGasLimitBeyondAnyBlock_isRefusedInWordsAndNobodyIsAsked(long limit) throws InterruptedException {
        var refused = (Preparation.NotPossible)
                prepare(BigInteger.ONE, new Network.Layer.L1(), Optional.of(new Gas(limit)), Optional.empty());

        assertThat(refused.checks()).containsExactly(Check.of(Check.Kind.GAS_LIMIT_ABSURD, Long.toString(limit)));
        assertThat(source.requests()).isEmpty();
    }

    @Test
    void ownGasLimit_atTheEdges() throws InterruptedException {
        assertThat(kinds((Preparation.Ready) prepare(
                        BigInteger.ONE, new Network.Layer.L1(), Optional.of(new Gas(1L << 50)), Optional.empty())))
                .contains(Check.Kind.COIN_MISSING)
                .doesNotContain(Check.Kind.GAS_LIMIT_LOW);
        var low = (Preparation.Ready)
                prepare(BigInteger.ONE, new Network.Layer.L1(), Optional.of(new Gas(20_999)), Optional.empty());
        assertThat(low.draft().checks()).contains(Check.of(Check.Kind.GAS_LIMIT_LOW, "20999", "21000"));
        assertThat(low.draft().needsSecondYes()).isTrue();
    }

    @Test
    void ownPriceBeyondReason_isRefusedInWords() throws InterruptedException {
        var refused = (Preparation.NotPossible) prepare(
                BigInteger.ONE,
                new Network.Layer.L1(),
                Optional.empty(),
                Optional.of(new GasPrice.Flat(new Wei(LARGEST))));

        assertThat(refused.checks().getFirst().kind()).isEqualTo(Check.Kind.GAS_PRICE_ABSURD);
    }

    @Test
    void receiptOfATypeWithoutBound_isNotUnderstood() {
        assertThat(BlockReceipts.read("[{\"type\":\"0xfffffffffffffff\"}]")).isEmpty();
    }

    private static Reply<?> absurdTips(Query<?> query, Reply<?> reply) {
        return query instanceof Query.FeeHistoryOf
                ? reply.map(value -> {
                    var history = (FeeHistoryClaim) value;
                    List<Wei> tips = Collections.nCopies(3, new Wei(LARGEST));
                    return new FeeHistoryClaim(
                            history.oldestBlock(),
                            history.baseFees(),
                            history.gasUsedPermille(),
                            Collections.nCopies(history.rewards().size(), tips));
                })
                : reply;
    }

    /// Plays an oracle that knows the L1 fee and answers `operator` to the question for the operator's.
    private static Reply<?> oracle(Query<?> query, Reply<Bytes> operator, Reply<?> other) {
        if (!(query instanceof Query.CallOf call) || !call.call().to().equals(Optional.of(OpGasPriceOracle.ADDRESS))) {
            return other;
        }
        Bytes selector = call.call().data().slice(0, 4);
        return selector.equals(OpGasPriceOracle.operatorFee(1).slice(0, 4))
                ? operator
                : new Reply.Got<>(word(BigInteger.TEN));
    }

    private Preparation prepare(BigInteger units, Network.Layer layer) throws InterruptedException {
        return prepare(units, layer, Optional.empty(), Optional.empty());
    }

    private Preparation prepare(BigInteger units, Network.Layer layer, Optional<Gas> limit, Optional<GasPrice> price)
            throws InterruptedException {
        Network network = new Network(new ChainId(1), "Test", "ETH", layer, true, Network.Origin.USER);
        return new Sending(
                        new InMemoryStorage(),
                        InstantSource.fixed(Instant.ofEpochSecond(FakeChain.NOW + 5)),
                        Duration.ofSeconds(5))
                .prepare(
                        new SendOrder(
                                ALICE,
                                BOB,
                                new Asset.Coin(network),
                                new SendAmount.Exactly(units),
                                Speed.NORMAL,
                                Optional.empty(),
                                limit,
                                price,
                                ""),
                        new SendPlace(network, List.of(source), List.of(), Set.of(), Optional.empty()));
    }

    private static List<Check.Kind> kinds(Preparation.Ready ready) {
        return ready.draft().checks().stream().map(Check::kind).toList();
    }

    private static Bytes word(BigInteger value) {
        return FakeToken.word(value);
    }

    private static Optional<Bytes> none() {
        return Optional.empty();
    }
}
