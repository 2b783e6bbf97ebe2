/// How far a figure was checked: one ladder for every figure in the program.
///
/// A level is never raised here for good words: `POSTED` and `FINAL` both need an L1 header that our own
/// light client verified. Until there is one, nothing is above `CLAIMED`, with `MATCHED` beside it at best.
@NullMarked
package org.lifeboat.engine.assurance;

import org.jspecify.annotations.NullMarked;
