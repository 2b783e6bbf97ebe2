/// Executes code. Read in this order: [Machine] (a run: frames on an explicit stack), [Frame] (what one of
/// them holds), [Loop] (one frame, instruction by instruction), [Instructions] (what the loop hands over),
/// [Calls] and [Creations] (how frames begin and end), then the instructions by subject.
///
/// Names that come back everywhere: `m` the machine, `f` the frame, `s` the array of the stack, `w` the place
/// of a word in such an array, `sp` the first free place above the frame's stack. A word takes four places
/// ([org.lifeboat.evm.word.Words]), so the top word begins at `sp - 4`, the one below at `sp - 8`. All frames
/// share one array; each begins where the one below it stops.
///
/// An instruction's way: the loop takes its fixed gas and checks the stack's height by one look into the
/// fork's table; what it does not do itself, [Instructions] sends on by subject, and the answer is a
/// [Signal]. CALL and CREATE only describe what is to happen ([Pending]); the machine makes the new frame and
/// comes back to the old one with a [Result].
///
/// Follows the Yellow Paper, sections 8 and 9, and the EIPs of the fork tables. Nothing is thrown inside: a
/// frame ends with a [Signal] and a reason as data. Nested calls do not nest Java calls, so depth 1024 needs
/// no deep thread stack.
///
/// Never decides what a transaction costs before or after its execution: that is the package `transaction`.
@NullMarked
package org.lifeboat.evm.interpreter;

import org.jspecify.annotations.NullMarked;
