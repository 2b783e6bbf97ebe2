/// The contracts that a sandbox begins with: those of the protocol, and our own tokens.
///
/// Codes are read from this program's own jar (`contracts/*.hex`); our own are compiled from the Solidity
/// beside them.
@NullMarked
package org.lifeboat.sandbox.contracts;

import org.jspecify.annotations.NullMarked;
