package org.lifeboat.engine.send;

import java.util.List;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.source.SourceId;

/// An own transaction as it stands now, and who does not know it.
///
/// @param lackedBy sources that would take it and do not know it though another has had it for a while: whoever has it
/// may pass nothing on, and then it is in no block however long is waited
public record Pending(OwnTransaction transaction, List<SourceId> lackedBy) {
    public Pending {
        lackedBy = List.copyOf(lackedBy);
    }

    /// As one that all sources know alike.
    public static Pending of(OwnTransaction transaction) {
        return new Pending(transaction, List.of());
    }

    /// Signed and kept, and nobody is known to have it: the program may have ended before it was handed over.
    public boolean isWithoutTaker() {
        return transaction.status() instanceof Status.Saved || transaction.status() instanceof Status.Dropped;
    }

    /// Whether handing the same bytes to all sources again can bring it on.
    public boolean wantsHandingOver() {
        return isWithoutTaker() || !lackedBy.isEmpty();
    }
}
