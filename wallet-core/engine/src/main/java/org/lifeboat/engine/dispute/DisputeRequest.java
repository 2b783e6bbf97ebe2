package org.lifeboat.engine.dispute;

import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Pending;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.primitives.L1Time;

/// What a plan offers to do now.
public sealed interface DisputeRequest {
    /// A transaction to be prepared, shown, approved and sent like any other.
    record Offered(DisputeStep step, Network network, SendOrder order) implements DisputeRequest {}

    /// Nothing is to be done by this account now; the plan's standing says why.
    record Nothing() implements DisputeRequest {}

    /// Such a transaction is signed already and waits; another would do nothing but cost.
    record Waits(DisputeStep step) implements DisputeRequest {}

    /// Signed and kept, and nobody is known to have it, or some source lacks it. The same bytes are to be
    /// sent again, to all; nothing is signed: a second move would come after it, with a bond of its own.
    record SendAgain(DisputeStep step, Pending own) implements DisputeRequest {}

    /// It goes on about single steps of a program: op-challenger, with the program that the game names, has
    /// to go on.
    /// @param claim index of the one that is contested so
    /// @param until before which it must be countered
    record HandOver(int claim, L1Time until) implements DisputeRequest {}

    /// The check of the game must be run again: roots are missing.
    record CheckAgain() implements DisputeRequest {}

    /// @param why in the sources' words or ours
    record CouldNot(String why) implements DisputeRequest {}
}
