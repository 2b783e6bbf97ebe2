/// A call or a transaction tried out on state that was handed in, under a given header: what it returns, what
/// it would change.
///
/// Read [Simulator] first. The state ([GivenState]) is what somebody proved against the header's state root;
/// what a run lacks comes back as keys, all that the run met, to be fetched, proven and put in before it is run
/// again. Follows the execution specification as far as `evm` does; events are read by ERC-20, ERC-721 and
/// ERC-1155.
///
/// Never: a guess in a result. A run that met anything unknown ends as *needs*; one that met what only this
/// chain has ends as *not here*.
@NullMarked
package org.lifeboat.verifier.call;

import org.jspecify.annotations.NullMarked;
