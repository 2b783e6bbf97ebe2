/// Drills: an emergency played through with play money, by the same plans and requests as a real one.
///
/// A [Drill] says what goes wrong. [DrillWorld] is the sandbox as far as a drill moves it; [DrillPlay]
/// looks where the plan stands and makes the next move: a transaction of the user's, or time that passes.
/// [DrillGuide] only watches, for somebody who plays on the wallet's own pages. What it all would have cost
/// says [DrillBill]. [KeyDrill] is about the user's own words instead. Knows nothing of the sandbox itself;
/// but for that one, nothing here may ever be given a real network.
@NullMarked
package org.lifeboat.engine.drill;

import org.jspecify.annotations.NullMarked;
