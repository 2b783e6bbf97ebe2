package org.lifeboat.engine.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.Transaction;

class ReplacingTest {
    private static final Address BOB = Hash32.ofNumber(0xb0b).toAddress();
    private static final Transaction OLD = new Transaction.DynamicFee(
            new ChainId(10),
            new Nonce(3),
            Wei.of(10),
            Wei.of(100),
            new Gas(21_000),
            Optional.of(BOB),
            Wei.of(5),
            Bytes.EMPTY,
            List.of());
    private static final GasPrice MARKET = new GasPrice.Dynamic(Wei.of(1), Wei.of(1), Wei.of(3));

    @Test
    void speedUpOnOpStack_keepsTheL1DataFeeAndSaysThatTheFeeIsNotWhole() {
        Network network = network(new Network.Layer.L2(ChainId.ETHEREUM, Network.Stack.OP_STACK));

        Draft draft = Replacing.speedUp(network, new Asset.Coin(network), old(), OLD, MARKET)
                .orElseThrow();

        assertThat(draft.fee().most()).isEqualTo(new FeeParts(Wei.of(110 * 21_000), Wei.of(7_500), Wei.of(70)));
        assertThat(draft.fee().whole()).isFalse();
        assertThat(draft.checks()).extracting(Check::kind).contains(Check.Kind.L1_DATA_FEE_UNKNOWN);
    }

    @Test
    void speedUpOnL1_isWhole() {
        Network network = network(new Network.Layer.L1());

        Draft draft = Replacing.speedUp(network, new Asset.Coin(network), old(), OLD, MARKET)
                .orElseThrow();

        assertThat(draft.fee().most()).isEqualTo(FeeParts.ofExecution(Wei.of(110 * 21_000)));
        assertThat(draft.fee().whole()).isTrue();
        assertThat(draft.checks()).extracting(Check::kind).containsExactly(Check.Kind.NONCE_SHARED);
    }

    private static Network network(Network.Layer layer) {
        return new Network(new ChainId(10), "Test", "ETH", layer, true, Network.Origin.USER);
    }

    private static OwnTransaction old() {
        return new OwnTransaction(
                new ChainId(10),
                Hash32.ofNumber(1),
                Hash32.ofNumber(2).toAddress(),
                new Nonce(3),
                OwnTransaction.Kind.SEND,
                Bytes.EMPTY,
                Optional.of(BOB),
                new OwnTransaction.Asset.Coin("ETH"),
                BigInteger.valueOf(5),
                new FeeParts(Wei.of(100 * 21_000), Wei.of(7_500), Wei.of(70)),
                Optional.empty(),
                new Status.Saved(),
                "",
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
