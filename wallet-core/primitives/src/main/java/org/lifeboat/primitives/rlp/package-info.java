/// Recursive Length Prefix, Ethereum's serialisation of nested byte strings (Yellow Paper, appendix B).
///
/// Reading is strict: one encoding a value, nothing left over. What is malformed ends in [RlpException] and
/// in nothing else, whatever the bytes; nothing here recurses over input without a bound.
@NullMarked
package org.lifeboat.primitives.rlp;

import org.jspecify.annotations.NullMarked;
