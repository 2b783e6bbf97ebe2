package org.lifeboat.engine.dispute;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.GameType;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.dispute.DisputeAction;
import org.lifeboat.rollups.opstack.dispute.DisputeCredit;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;

/// Where a contest stands and so what comes next.
public sealed interface DisputeNext {
    /// No source of L1 gave what is needed.
    record CouldNotLook(String why) implements DisputeNext {}

    /// L1, as it was read, has no game at that address: it has gone another way, or the source is behind.
    record Gone() implements DisputeNext {}

    /// L1 has reorganised: another game stands at that address than was checked. Check it again.
    /// @param bonds of the account that stand in it all the same: a move that was on its way went there
    record OtherGame(Game game, Wei bonds) implements DisputeNext {}

    /// A plain wallet has no part in a contest of this kind: on Base it takes proofs, on permissioned
    /// chains a name that the operator gave.
    record NotPlayed(GameType kind, Game game) implements DisputeNext {}

    /// Something is to be done about claims.
    /// @param actions at least one
    /// @param atMost what the bonds of one line of contest come to, from the next own move on, if all are
    /// countered
    /// @param footing of the moves among them
    record Act(List<DisputeAction> actions, DisputeGame dispute, Wei atMost, Footing footing) implements DisputeNext {
        public Act {
            actions = List.copyOf(actions);
        }

        /// When the game should be final, as long as a move should wait for that; empty where none is called for, L1
        /// does not lose the game any more, or there is too little time left.
        public Optional<L1Time> heldUntil() {
            Optional<L1Time> soonest = actions.stream()
                    .flatMap(
                            action -> action instanceof DisputeAction.Move move ? Stream.of(move.until()) : Stream.of())
                    .min(Comparator.naturalOrder());
            return footing instanceof Footing.Young(L1Time firm)
                    ? soonest.filter(until -> !until.isBefore(dispute.now().plus(Footing.HURRY)))
                            .map(_ -> firm)
                    : Optional.empty();
        }
    }

    /// It is the other side's turn, or time has to pass.
    /// @param settlesAt when all clocks are over if nobody moves any more
    record Wait(DisputeGame dispute, L1Time settlesAt) implements DisputeNext {}

    /// The time of the game, or of a claim in it, is over. Somebody has to say so; anybody may.
    /// @param others what others have to go on with meanwhile, each before its own time is over
    record CanSettle(DisputeGame dispute, L1Call call, List<DisputeAction.NeedsTrace> others) implements DisputeNext {
        public CanSettle {
            others = List.copyOf(others);
        }
    }

    /// It is over, and what should have come of it was not found out here.
    record Ended(Game game, Optional<DisputeCredit> credit) implements DisputeNext {}

    /// @param won whether it ended as it should have
    record Over(Game game, boolean won, Optional<DisputeCredit> credit) implements DisputeNext {}
}
