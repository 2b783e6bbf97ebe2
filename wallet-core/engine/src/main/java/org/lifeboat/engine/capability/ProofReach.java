package org.lifeboat.engine.capability;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;

/// Finds how many of the newest blocks a source proves: the head, the windows that servers usually keep, the
/// first block, then by halving between the deepest that was proven and the shallowest that was not.
final class ProofReach {
    /// Depths of the oldest block in windows of 128 blocks (geth's in-memory layers) and 1,000 blocks.
    private static final long[] USUAL_DEPTHS = {127, 999};

    private static final int HALVINGS = 3;

    private final Source source;
    private final Duration requestTime;

    ProofReach(Source source, Duration requestTime) {
        this.source = source;
        this.requestTime = requestTime;
    }

    Reach measure(long head) {
        return switch (proof(BlockSelector.LATEST)) {
            case Reply.Got<?> _ -> measureBehind(head);
            case Reply.Refused<?> _ -> new Reach.None();
            case Reply.Failed<?> _ -> new Reach.Unknown();
        };
    }

    private Reach measureBehind(long head) {
        long deepestProven = 0;
        OptionalLong refused = OptionalLong.empty();
        for (long depth : USUAL_DEPTHS) {
            if (refused.isEmpty() && depth < head) {
                if (proves(head, depth)) {
                    deepestProven = depth;
                } else {
                    refused = OptionalLong.of(depth);
                }
            }
        }
        if (refused.isEmpty() && head > 0) {
            if (proves(head, head - 1)) {
                return new Reach.Everything();
            }
            refused = OptionalLong.of(head - 1);
        }
        return refused.isEmpty()
                ? new Reach.Everything()
                : new Reach.AtLeast(halve(head, deepestProven, refused.getAsLong()) + 1);
    }

    private long halve(long head, long proven, long refused) {
        long good = proven;
        long bad = refused;
        for (int i = 0; i < HALVINGS && bad - good > 1; i++) {
            long middle = good + (bad - good) / 2;
            if (proves(head, middle)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }

    /// A failure counts as "not proven": the reach is a lower bound.
    private boolean proves(long head, long depth) {
        return proof(new BlockSelector.AtNumber(head - depth)) instanceof Reply.Got<?>;
    }

    private Reply<?> proof(BlockSelector block) {
        var query = new Query.ProofOf(Address.ZERO, List.of(Hash32.ZERO), block);
        return source.ask(query, Purpose.MEASURE_CAPABILITIES, requestTime);
    }
}
