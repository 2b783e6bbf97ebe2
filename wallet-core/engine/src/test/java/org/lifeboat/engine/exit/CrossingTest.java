package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.activity.Activity;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.fake.FakeBridge;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;

class CrossingTest {
    private static final ChainId L1 = new ChainId(900);
    private static final Network BELOW =
            new Network(L1, "Below", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);
    private static final Network ROLLUP = new Network(
            new ChainId(901),
            "Rollup",
            "ETH",
            new Network.Layer.L2(L1, Network.Stack.OP_STACK),
            true,
            Network.Origin.USER);

    /// Nobody is asked.
    private static final ExitPlace PLACE = new ExitPlace(ROLLUP, List.of(), BELOW, List.of(), FakeBridge.PORTAL);

    private static final Address ELSEWHERE = Hash32.ofNumber(0xe15e).toAddress();
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Status SENT = new Status.Sent(NOW);

    private final InMemoryStorage storage = new InMemoryStorage();

    @Test
    void whatAnAccountPutIn_isListed_andNoStepOfAnExit() {
        put(1, BELOW, FakeBridge.PORTAL, 7, SENT, "");
        put(2, BELOW, FakeBridge.PORTAL, 0, SENT, "");
        put(3, BELOW, ELSEWHERE, 0, SENT, "deposit 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed: DEPOSIT");
        put(4, BELOW, ELSEWHERE, 0, SENT, "deposit 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed: APPROVE");
        put(5, BELOW, FakeBridge.PORTAL, 0, SENT, "exit 1: prove");
        put(6, BELOW, FakeBridge.PORTAL, 7, new Status.Replaced(Optional.empty()), "");
        put(7, BELOW, ELSEWHERE, 7, SENT, "");
        put(8, ROLLUP, FakeBridge.PORTAL, 7, SENT, "");

        assertThat(newest(9))
                .as("the newest first")
                .extracting(Crossing::kind)
                .containsExactly(Crossing.Kind.TOKEN, Crossing.Kind.CALL, Crossing.Kind.COIN);
        assertThat(newest(9)).extracting(Crossing::arrival).containsOnly(new Arrival.NotOnL1());
        assertThat(newest(1)).hasSize(1);
    }

    private List<Crossing> newest(int most) {
        return Crossing.newest(new Activity(storage), PLACE, most, Duration.ofSeconds(1));
    }

    private void put(int number, Network network, Address to, long wei, Status status, String note) {
        storage.activity()
                .put(new OwnTransaction(
                        network.chain(),
                        Hash32.ofNumber(number),
                        TokenMoves.USER,
                        new Nonce(number),
                        OwnTransaction.Kind.CONTRACT_CALL,
                        Bytes.EMPTY,
                        Optional.of(to),
                        new OwnTransaction.Asset.Coin("ETH"),
                        BigInteger.valueOf(wei),
                        FeeParts.ofExecution(Wei.of(1)),
                        Optional.empty(),
                        status,
                        note,
                        NOW.plusSeconds(number),
                        NOW.plusSeconds(number)));
    }
}
