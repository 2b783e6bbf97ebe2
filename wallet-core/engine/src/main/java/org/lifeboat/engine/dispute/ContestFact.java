package org.lifeboat.engine.dispute;

import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.Wei;

/// One thing to be said of where a plan stands and what comes next. The command line and the window have a
/// sentence for each.
public sealed interface ContestFact {
    /// No source of L1 gave what is needed.
    record CouldNotLook(String why) implements ContestFact {}

    /// L1 has no game at that address.
    record Gone() implements ContestFact {}

    /// Bonds of the account arrived where no game stood any more.
    record BondsLost(Wei amount) implements ContestFact {}

    /// Another game stands at that address than was checked.
    record OtherGame() implements ContestFact {}

    /// In the game that stands there now are bonds of the account.
    record BondsStand(Wei amount) implements ContestFact {}

    /// Nobody knows here whether the root is true, so no move is offered.
    record Unchecked() implements ContestFact {}

    /// A claim speaks against one that the account has a bond behind, and nobody answers it.
    /// @param claim its index
    /// @param until before which an answer must be in a block
    record Opposed(int claim, L1Time until) implements ContestFact {}

    /// A plain wallet has no part in a contest of this kind.
    /// @param type number of the kind
    record NotPlayed(Contest.Kind kind, long type) implements ContestFact {}

    /// A claim is to be countered.
    /// @param claim its index
    /// @param attack whether it is wrong itself; else wrong comes after it
    /// @param bond to be sent, to the wei
    /// @param until before which it must be in a block
    record Counter(int claim, boolean attack, Wei bond, L1Time until) implements ContestFact {}

    /// The game is so new that L1 can still lose it in a reorganisation, and a move that comes then loses its bond; but
    /// there is too little time left to wait.
    /// @param firm when that is over, as L1 goes
    record StillNew(L1Time firm) implements ContestFact {}

    /// So it is, and there is time to wait until L1 has the game final: until then no move is offered.
    /// @param firm when that should be
    record AwaitFinal(L1Time firm) implements ContestFact {}

    /// It is to be shown that L1 does not bring the claimed block about.
    /// @param last number of the newest block that it does
    record ShowNumber(long last, L1Time until) implements ContestFact {}

    /// The contest over a claim goes on about single steps of a program; others have to go on.
    record NeedsTrace(int claim, L1Time until) implements ContestFact {}

    /// How others go on where a trace is needed.
    /// @param trace name of the program behind the game, as op-challenger calls it; empty where it knows none
    record HandOver(Address game, Optional<String> trace) implements ContestFact {}

    /// The root of an L2 block has to be computed first.
    record NeedsRoot(long block) implements ContestFact {}

    /// A claim should have been countered, and its time is over.
    record TooLate(int claim) implements ContestFact {}

    /// What the bonds of one line come to, from the next own move on, if all are countered. Never zero.
    record BondsAtMost(Wei amount) implements ContestFact {}

    /// Nothing is to be done now.
    /// @param settlesAt when all clocks are over if nobody moves any more
    record Wait(L1Time settlesAt) implements ContestFact {}

    /// The time of the game, or of a claim in it, is over, and anybody may say so.
    record CanSettle() implements ContestFact {}

    /// @param won whether it ended as it should have
    record Ended(boolean won) implements ContestFact {}

    /// It is over; whether as it should, nobody knows here.
    /// @param stands whether the root does
    record EndedUnchecked(boolean stands) implements ContestFact {}

    /// Nothing is due to the account.
    record NothingDue() implements ContestFact {}

    /// Something is due, and its waiting time can be begun.
    record CanUnlock(Wei amount) implements ContestFact {}

    /// Something is due and can be paid now.
    record CanBePaid(Wei amount) implements ContestFact {}

    /// Something is due and can be paid from a time on.
    record PayableFrom(Wei amount, L1Time at) implements ContestFact {}

    /// Something is due, and nothing can be begun yet.
    record PayableLater(Wei amount) implements ContestFact {}
}
