/// The contest over a posted root, as the game's contract plays it: positions, clocks, and what honest play
/// does. Source: specification, fault-proof/stage-one/fault-dispute-game and honest-challenger-fdg; where
/// text and programs differ, the contract (`FaultDisputeGame`) decides.
///
/// [Dispute] says what an honest player does next, from a game ([DisputeGame]) and the output roots that were
/// computed here ([HonestRoots]). Pure; the game is read by others, the roots are computed by others.
/// Played are the levels of output roots. Below them the contest is about single steps of a program, whose
/// trace is not made here: that is said, and others must go on.
@NullMarked
package org.lifeboat.rollups.opstack.dispute;

import org.jspecify.annotations.NullMarked;
