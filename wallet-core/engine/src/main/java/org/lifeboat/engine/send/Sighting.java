package org.lifeboat.engine.send;

import java.util.Optional;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.activity.ReceiptProof;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Note;

/// What one source let us see of one transaction.
sealed interface Sighting {
    /// @param confirmations blocks from its own to the head, both counted; 0 while it is in none
    /// @param proven the outcome is bound by the receipts root of a header whose hash was recomputed
    /// @param proof of the outcome, for others; empty also where only all of the block's outcomes are known
    record Seen(
            Status.Sighting what,
            long confirmations,
            boolean proven,
            Optional<FeeParts> paid,
            Optional<ReceiptProof> proof)
            implements Sighting {}

    record Lied(Contradiction contradiction) implements Sighting {}

    record Silent(Note reason) implements Sighting {}
}
