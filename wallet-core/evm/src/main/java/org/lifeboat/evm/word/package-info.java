/// The EVM's 256-bit arithmetic on flat arrays: a word is four `long` limbs, the lowest first.
///
/// Every operation names its operands by array and index, works in place and allocates nothing; that is what
/// keeps the interpreter's loop free of garbage. Semantics: Yellow Paper, appendix H.2 ("0s: Stop and
/// Arithmetic Operations" and "10s: Comparison and Bitwise Logic Operations"). Nothing here knows about gas,
/// stacks or state.
@NullMarked
package org.lifeboat.evm.word;

import org.jspecify.annotations.NullMarked;
