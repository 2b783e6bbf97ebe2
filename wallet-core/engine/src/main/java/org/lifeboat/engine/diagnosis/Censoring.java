package org.lifeboat.engine.diagnosis;

import java.time.Duration;
import java.time.Instant;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;

/// Whether a sequencer seems to leave out a payment that it could take. A suspicion, never more: a server that did
/// not pass it on looks the same. Pure.
public final class Censoring {
    /// Blocks come every second or two, and nothing but the order of fees decides: a payment that could be taken and is
    /// not in one after so long was seen and left, or never arrived.
    private static final Duration LONG = Duration.ofMinutes(3);

    private Censoring() {}

    /// Whether there is anything to ask about.
    public static boolean waitsLong(OwnTransaction own, Instant now) {
        return own.status() instanceof Status.Sent(Instant sent)
                && sent.plus(LONG).isBefore(now);
    }

    /// @param next nonce of the account on the chain
    /// @param baseFee of the newest block
    /// @param newest when that block was made
    public static boolean suspected(OwnTransaction own, Nonce next, Wei baseFee, Instant newest, Instant now) {
        return own.status() instanceof Status.Sent(Instant sent)
                && sent.plus(LONG).isBefore(now)
                && sent.plus(LONG).isBefore(newest)
                && newest.plus(Diagnosis.FRESH).isAfter(now)
                && own.nonce().equals(next)
                && SignedTransaction.decode(own.signed())
                        instanceof Answer.Proven<SignedTransaction>(SignedTransaction signed)
                && signed.transaction().maxGasPrice().compareTo(baseFee) >= 0;
    }
}
