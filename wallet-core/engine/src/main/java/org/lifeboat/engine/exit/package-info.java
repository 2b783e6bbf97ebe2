/// Bringing money home from an L2: plans that last for days, survive being killed at any point, and never sign.
///
/// A plan keeps what is wanted and what was found out ([ExitState]); everything else is asked anew each time
/// ([Exits#look]): `step(state, sight)` in [ExitPlan] is pure and goes back as easily as forward. What can be done
/// now is offered as a transaction to approve ([ExitRequests]); it goes the way of every payment.
///
/// Never: a second initiation while one is under way; a proof that was not checked here; a root posted that an L2
/// header at hand does not have.
@NullMarked
package org.lifeboat.engine.exit;

import org.jspecify.annotations.NullMarked;
