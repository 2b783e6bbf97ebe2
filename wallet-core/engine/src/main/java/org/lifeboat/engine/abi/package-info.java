/// The contract calls this program makes and the words contracts answer with, by the Solidity ABI
/// (docs.soliditylang.org, "Contract ABI Specification").
///
/// An answer that does not decode exactly is no answer: nothing here guesses, pads or cuts.
@NullMarked
package org.lifeboat.engine.abi;

import org.jspecify.annotations.NullMarked;
