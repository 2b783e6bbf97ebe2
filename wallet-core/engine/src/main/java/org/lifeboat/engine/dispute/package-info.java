/// Contesting a root that is false, or standing by one that is true: plans that last for days, survive
/// being killed at any point, and never sign.
///
/// A plan keeps which game it is about and what was computed here of it ([DisputeState], [RootBook]);
/// everything else is asked anew each time ([Disputes#look]). [DisputePlan] is pure: it says what honest
/// play does next, what settles the game, and what is to be claimed in the end. What can be done now is
/// offered as a transaction to approve ([DisputeRequest]); it goes the way of every payment.
///
/// Windows see none of the rollup's own types: a game is shown as a [Contest], what comes next as
/// [ContestFact]s.
///
/// Never: a plan without a verdict of this computer; a move that honest play does not make; a move twice.
@NullMarked
package org.lifeboat.engine.dispute;

import org.jspecify.annotations.NullMarked;
