package org.lifeboat.ui.activity;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.balances.Sheets;

/// Transactions for tests and pictures; never signed by anybody.
public final class Transactions {
    private Transactions() {}

    public static OwnTransaction sent() {
        return of(3, Sheets.OPTIMISM, new Status.Sent(Records.NOW.minusSeconds(12)));
    }

    /// One of each status.
    public static List<OwnTransaction> all() {
        BlockRef block = new BlockRef(21_004_113, Hash32.ofNumber(BigInteger.TEN), 1_795_266_000L);
        return List.of(
                of(2, Sheets.ETHEREUM, new Status.Saved()),
                sent(),
                of(4, Sheets.OPTIMISM, new Status.Accepted(block)),
                of(5, Sheets.ETHEREUM, new Status.Mined(block)),
                of(6, Sheets.ETHEREUM, new Status.Reverted(block)),
                of(7, Sheets.BASE, new Status.Replaced(Optional.of(Hash32.ofNumber(BigInteger.TWO)))),
                of(8, Sheets.BASE, new Status.Dropped()));
    }

    public static OwnTransaction of(int number, Network network, Status status) {
        Instant at = Records.NOW.minusSeconds(number * 4_000L);
        return new OwnTransaction(
                network.chain(),
                Hash32.ofNumber(BigInteger.valueOf(1_000 + number)),
                Sheets.ONE,
                new Nonce(number),
                OwnTransaction.Kind.SEND,
                Bytes.EMPTY,
                Optional.of(Sheets.TWO),
                new OwnTransaction.Asset.Coin("ETH"),
                new BigInteger("250000000000000000").multiply(BigInteger.valueOf(number)),
                FeeParts.ofExecution(Wei.of(31_500_000_000_000L)),
                Optional.empty(),
                status,
                "",
                at,
                at);
    }

    /// Signed a minute later with the number of `old`, for nothing.
    public static OwnTransaction rivalOf(OwnTransaction old) {
        Instant at = old.signedAt().plusSeconds(60);
        return new OwnTransaction(
                old.chain(),
                Hash32.ofNumber(BigInteger.valueOf(9_999)),
                old.account(),
                old.nonce(),
                OwnTransaction.Kind.CANCEL,
                Bytes.EMPTY,
                Optional.of(old.account()),
                new OwnTransaction.Asset.Coin("ETH"),
                BigInteger.ZERO,
                old.feeLimit(),
                Optional.empty(),
                new Status.Sent(at),
                "",
                at,
                at);
    }
}
