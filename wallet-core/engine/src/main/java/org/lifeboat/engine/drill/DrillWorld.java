package org.lifeboat.engine.drill;

import java.time.Duration;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;

/// The world that a drill is played in. Each of the methods that let time pass returns when the world has
/// come to rest.
public interface DrillWorld {
    /// Things go wrong from now on.
    /// @param player whose money it is about
    void begin(Drill drill, Address player);

    /// Whoever told lies tells the truth again. Nothing else is put right.
    void tellTheTruth();

    /// Whoever contests roots leaves that to the player, who has begun, or goes back to work.
    void leaveContests(boolean toPlayer);

    /// The newest blocks of both layers.
    record Heads(Hash32 l1, Hash32 l2) {}

    /// Other ones whenever a layer has made a block, or taken one back. Costs nothing.
    Heads heads();

    /// The time of L1's newest block.
    L1Time now();

    /// The time of one block of L1.
    Duration block();

    /// As much time as the operator may let pass before L1 alone makes the L2's blocks, with every block of
    /// L1.
    Duration sequencingWindow();

    /// Until whoever stopped the bridge lets it go on.
    Duration untilBridgeGoesOn();

    /// A long time, with few blocks.
    void skip(Duration span);
}
