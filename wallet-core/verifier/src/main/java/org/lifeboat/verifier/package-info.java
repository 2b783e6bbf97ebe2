/// State from a witness, and re-execution on it: what a chain did, recomputed here.
///
/// Read in this order: `trie` (a part of a Merkle-Patricia trie that can be read, changed and hashed again, and
/// says which node it lacks), `call` (a call or a transaction run on proven state), `block` (a whole block,
/// from its parent's state root to its own, with the chain's rules as a plug).
///
/// Pure: no clock, disk, network or thread. Outcomes are data: valid, invalid with the reason, or what is
/// missing.
@NullMarked
package org.lifeboat.verifier;

import org.jspecify.annotations.NullMarked;
