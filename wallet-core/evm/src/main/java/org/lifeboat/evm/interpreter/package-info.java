/// Executes code. Read in this order: [Machine] (a run: frames on an explicit stack), [Loop] (one frame,
/// instruction by
/// instruction), [Calls] and [Creations] (how frames begin and end), then the instructions by subject.
///
/// Follows the Yellow Paper, sections 8 and 9, and the EIPs of the fork tables. Nothing is thrown inside: a
/// frame ends
/// with a [Signal] and a reason as data. Nested calls do not nest Java calls, so depth 1024 needs no deep
/// thread stack.
/// Never decides what a transaction costs before or after its execution: that is the package `transaction`.
@NullMarked
package org.lifeboat.evm.interpreter;

import org.jspecify.annotations.NullMarked;
