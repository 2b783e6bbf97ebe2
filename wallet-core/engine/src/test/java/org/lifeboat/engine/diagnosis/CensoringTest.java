package org.lifeboat.engine.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;

/// Suspicion falls on a sequencer only where nothing else explains why a payment waits.
class CensoringTest {
    private static final Instant NOW = Instant.parse("2026-11-21T13:05:00Z");
    private static final Instant SENT = NOW.minus(Duration.ofMinutes(10));
    private static final Nonce NEXT = new Nonce(3);
    private static final Wei PRICE = Wei.of(100);

    private static OwnTransaction payment(Status status) {
        SignedTransaction signed = new SignedTransaction(
                new Transaction.Legacy(
                        Optional.of(new ChainId(10)),
                        NEXT,
                        PRICE,
                        new Gas(21_000),
                        Optional.of(Address.ZERO),
                        Wei.ZERO,
                        Bytes.EMPTY),
                new EcdsaSignature(0, BigInteger.ONE, BigInteger.ONE));
        return new OwnTransaction(
                new ChainId(10),
                signed.hash(),
                Address.ZERO,
                NEXT,
                OwnTransaction.Kind.SEND,
                signed.encoded(),
                Optional.of(Address.ZERO),
                new OwnTransaction.Asset.Coin("ETH"),
                BigInteger.ZERO,
                FeeParts.ofExecution(Wei.ZERO),
                Optional.empty(),
                status,
                "",
                SENT,
                SENT);
    }

    private static boolean suspected(Status status, long next, long baseFee, Instant newest) {
        return Censoring.suspected(payment(status), new Nonce(next), Wei.of(baseFee), newest, NOW);
    }

    @Test
    void aPaymentThatPaysEnough_isNext_andWaitsWhileBlocksAreMade_isLeftOut() {
        assertThat(suspected(new Status.Sent(SENT), 3, 100, NOW)).isTrue();
    }

    @Test
    void whateverElseExplainsIt_isNoCensoring() {
        assertThat(suspected(new Status.Sent(NOW.minusSeconds(60)), 3, 100, NOW))
                .as("it was sent just now")
                .isFalse();
        assertThat(suspected(new Status.Sent(SENT), 2, 100, NOW))
                .as("another one of the account comes first")
                .isFalse();
        assertThat(suspected(new Status.Sent(SENT), 3, 101, NOW))
                .as("it pays too little")
                .isFalse();
        assertThat(suspected(new Status.Sent(SENT), 3, 100, NOW.minus(Duration.ofMinutes(5))))
                .as("nobody's payments are taken")
                .isFalse();
        assertThat(suspected(new Status.Dropped(), 3, 100, NOW))
                .as("no server knows it")
                .isFalse();
    }
}
