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
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.FakeSource;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.FeeHistoryClaim;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Wei;

/// Fees move between what was shown and the yes to it.
class PriceNowTest {
    private static final Address ALICE = Address.fromHex("0x00000000000000000000000000000000000a11ce");
    private static final Address BOB = Address.fromHex("0x0b0b000000000000000000000000000000000b0b");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Network NETWORK =
            new Network(new ChainId(1), "Test", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);

    private final FakeChain chain = new FakeChain(1).with(ALICE, 1_000_000_000_000_000_000L);
    private final FakeSource source = new FakeSource(chain, "a");
    private final FakeSource other = new FakeSource(chain, "b");

    @Test
    void aDoubling_isStillCovered_andOneWeiOfTipMoreIsNot() throws InterruptedException {
        Draft draft = draft();
        GasPrice.Dynamic price = (GasPrice.Dynamic) draft.fee().price();
        asks(source, price.expectedBase().times(2));
        assertThat(PriceNow.of(draft, List.of(source), PATIENCE)).isEqualTo(new PriceNow.Enough());

        Wei high = price.most().minus(FeeMarket.LEAST_TIP).orElseThrow().plus(Wei.of(1));
        asks(source, high);
        assertThat(PriceNow.of(draft, List.of(source), PATIENCE))
                .isEqualTo(new PriceNow.TooLow(high, price.most(), source.id()));
    }

    @Test
    void oneThatSaysNothing_orAnAbsurdity_orWasCaught_isPassedOver() throws InterruptedException {
        Draft draft = draft();
        Wei high = draft.fee().price().most().times(3);
        asks(other, high);
        source.twist((query, reply) ->
                query instanceof Query.FeeHistoryOf ? new Reply.Failed<>(Reply.Failure.TIMED_OUT, "") : reply);
        assertThat(PriceNow.of(draft, List.of(source, other), PATIENCE))
                .isInstanceOfSatisfying(
                        PriceNow.TooLow.class, low -> assertThat(low.source()).isEqualTo(other.id()));
        assertThat(PriceNow.of(draft, List.of(source), PATIENCE)).isEqualTo(new PriceNow.Unknown());

        asks(source, new Wei(BigInteger.TWO.pow(200)));
        assertThat(PriceNow.of(draft, List.of(source), PATIENCE)).isEqualTo(new PriceNow.Unknown());

        other.refuted(new Refutation("BASE_FEE", "block 1", "a", "b"));
        assertThat(PriceNow.of(draft, List.of(other), PATIENCE)).isEqualTo(new PriceNow.Unknown());
    }

    @Test
    void aFlatPrice_paysForAllOfTheBaseFee() {
        GasPrice flat = new GasPrice.Flat(Wei.of(1_000));
        assertThat(PriceNow.of(flat, Wei.of(1_000), source.id())).isEqualTo(new PriceNow.Enough());
        assertThat(PriceNow.of(flat, Wei.of(1_001), source.id())).isInstanceOf(PriceNow.TooLow.class);
    }

    @Test
    void aTipOfOnesOwnBelowTheUsual_isNoReasonToAsk() {
        GasPrice thrifty = new GasPrice.Dynamic(Wei.of(500), Wei.of(1), Wei.of(1_001));
        assertThat(PriceNow.of(thrifty, Wei.of(1_000), source.id())).isEqualTo(new PriceNow.Enough());
        assertThat(PriceNow.of(thrifty, Wei.of(1_001), source.id())).isInstanceOf(PriceNow.TooLow.class);
    }

    private static void asks(FakeSource source, Wei next) {
        source.twist((query, reply) -> query instanceof Query.FeeHistoryOf
                ? new Reply.Got<>(new FeeHistoryClaim(1, List.of(Wei.of(1), next), List.of(500), List.of()))
                : reply);
    }

    private Draft draft() throws InterruptedException {
        SendOrder order = new SendOrder(
                ALICE,
                BOB,
                new Asset.Coin(NETWORK),
                new SendAmount.Exactly(BigInteger.ONE),
                Speed.NORMAL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
        SendPlace place = new SendPlace(NETWORK, List.<Source>of(source), List.of(), Set.of(), Optional.empty());
        Preparation prepared = new Sending(
                        new InMemoryStorage(), InstantSource.fixed(Instant.ofEpochSecond(FakeChain.NOW + 5)), PATIENCE)
                .prepare(order, place);
        return ((Preparation.Ready) prepared).draft();
    }
}
