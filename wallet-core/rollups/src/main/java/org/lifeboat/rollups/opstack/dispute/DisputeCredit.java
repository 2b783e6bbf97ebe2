package org.lifeboat.rollups.opstack.dispute;

import java.util.Optional;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.L1Call;

/// What an account has coming from a contest: its own bonds, and those that it won.
/// @param amount as the game counts it now
/// @param unlocked whether the waiting time of the vault has begun
/// @param next what the game would take from this account now: first it unlocks, then it pays
/// @param payableAt when the vault pays; empty where nothing is unlocked
public record DisputeCredit(Wei amount, boolean unlocked, Optional<L1Call> next, Optional<L1Time> payableAt) {}
