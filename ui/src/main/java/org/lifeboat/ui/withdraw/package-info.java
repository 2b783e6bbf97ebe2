/// Bringing coin or a token of the standard bridge to an L2, and whether what was brought has arrived.
///
/// Beginning a withdrawal from an L2, with the dates of its steps; and what can be forced through L1, with what
/// waiting costs instead. A withdrawal is kept before anything is signed; the review of every payment signs.
@NullMarked
package org.lifeboat.ui.withdraw;

import org.jspecify.annotations.NullMarked;
