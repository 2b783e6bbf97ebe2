/// The precompiled contracts: price and input of each; the arithmetic is the business of the module `crypto`.
///
/// Follows the Yellow Paper, appendix E, and EIP-196, 197, 198, 152, 1108, 2565, 4844, 2537, 7823, 7883,
/// 7951. An input that a contract refuses is an empty answer, never an exception.
@NullMarked
package org.lifeboat.evm.precompile;

import org.jspecify.annotations.NullMarked;
