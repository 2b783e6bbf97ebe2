package org.lifeboat.rollups.opstack.dispute;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.Wei;

/// One claim of a game.
/// @param index in the game's list; 0 is the root
/// @param parent the claim that it counters; empty for the root
/// @param counteredBy who won against it, once that is settled
/// @param bond that stands behind it
/// @param used of its own side's clock, when it was made
/// @param madeAt when it was made; the other side's clock runs from here
public record DisputeClaim(
        int index,
        OptionalInt parent,
        Optional<Address> counteredBy,
        Address claimant,
        Wei bond,
        Hash32 value,
        Position position,
        Duration used,
        L1Time madeAt) {}
