package org.lifeboat.rollups.opstack;

import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.L1Time;

/// That somebody has proven a withdrawal on L1.
/// @param prover whoever sent the proof; only under that name it can be paid out. Beside an output oracle the portal
/// keeps no name, and anybody pays out: then it is whoever asks
/// @param at when; the waiting time counts from here
/// @param game against whose root
/// @param payable whether the portal would pay it out in the block that was read
public record Proof(Address prover, L1Time at, Game game, boolean payable) {}
