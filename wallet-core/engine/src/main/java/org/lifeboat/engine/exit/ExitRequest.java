package org.lifeboat.engine.exit;

import java.util.List;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.send.Pending;
import org.lifeboat.engine.send.SendOrder;

/// What a plan offers to do now.
public sealed interface ExitRequest {
    /// A transaction to be prepared, shown, approved and sent like any other.
    /// @param first what is to be said of it before all that its preparation finds
    record Offered(ExitStep step, Network network, SendOrder order, List<Check> first) implements ExitRequest {
        public Offered {
            first = List.copyOf(first);
        }

        Offered(ExitStep step, Network network, SendOrder order) {
            this(step, network, order, List.of());
        }
    }

    /// Nothing is to be done by this account now; the plan's standing says why.
    record Nothing() implements ExitRequest {}

    /// Such a transaction is signed already and waits; another would pay twice or do nothing.
    record Waits(ExitStep step) implements ExitRequest {}

    /// Signed and kept, and nobody is known to have it, or some source lacks it. The same bytes are to be
    /// sent again, to all; nothing is signed.
    record HandOver(ExitStep step, Pending own) implements ExitRequest {}

    /// The L2's block at hand does not have the root that stands on L1: either that source is wrong, or the root
    /// is. Nothing is proven against such a root.
    record OtherRoot(String source) implements ExitRequest {}

    /// @param why in the sources' words or ours
    record CouldNot(String why) implements ExitRequest {}
}
