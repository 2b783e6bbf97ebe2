package org.lifeboat.engine.drill;

import java.time.Duration;
import java.util.Optional;
import org.lifeboat.engine.dispute.DisputeStep;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.ExitToken;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

/// One move of a drill.
public sealed interface DrillMove {
    /// The user signed and sent a transaction of the plan.
    /// @param gasUsed as its receipt says
    /// @param onLayer2 whether it was sent there, where gas has another price
    /// @param along what it sent along to a contract on L1: a bond, which comes back
    /// @param token how much of a token it is about, in words; empty where it is about the coin
    record Sent(ExitStep step, boolean onLayer2, Hash32 transaction, Gas gasUsed, Wei along, Optional<String> token)
            implements DrillMove {
        public Sent(ExitStep step, boolean onLayer2, Hash32 transaction, Gas gasUsed, Wei along) {
            this(step, onLayer2, transaction, gasUsed, along, Optional.empty());
        }
    }

    /// What of a token a step is about. A root and its contest are about everything that stands under it.
    static Optional<String> token(ExitStep step, ExitState of) {
        return switch (step) {
            case INITIATE, PROVE, FINISH, REPLAY -> of.token().map(ExitToken::said);
            case OWN_ROOT, RESOLVE -> Optional.empty();
        };
    }

    /// The user took a step in the contest over a false root on L1, which others would have done else.
    /// @param along the bond of a move, which comes back with the other side's
    record Contested(DisputeStep step, Hash32 transaction, Gas gasUsed, Wei along) implements DrillMove {}

    /// The root on L1 was found to be none of the L2's: nothing was proven against it, and time passed
    /// until it had fallen.
    record Refused(Duration span) implements DrillMove {}

    /// Time passed.
    record Waited(Reason reason, Duration span) implements DrillMove {}

    /// What was waited for.
    enum Reason {
        /// A block or two.
        BLOCK,
        /// That L1 makes the L2's blocks by itself.
        SEQUENCING_WINDOW,
        /// That whoever stopped the bridge lets it go on: how long that takes nobody can say.
        PAUSE,
        /// That L1 does not lose the game any more into which a move goes.
        FINALITY,
        /// That the contest over the root ends.
        CONTEST,
        /// That the bridge pays out.
        MATURITY,
        /// That what was won in a contest is paid.
        CREDIT
    }
}
