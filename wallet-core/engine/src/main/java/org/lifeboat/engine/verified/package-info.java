/// Runs contract code here on state that a source has to prove, and asks for what a run lacks until it is done.
///
/// Read [StateLoop] first. Every account, slot, code and block hash is checked against the header that was
/// pinned, whose hash was recomputed; an access list is a hint what to ask for, and nothing more. Rules come
/// from the chain and the block's time ([ChainRules]); where they are not known, nothing is run. Rounds, keys,
/// gas and time are bounded, because the code may be anybody's.
///
/// Never: an outcome on state that the source did not prove without saying so; an outcome under guessed rules.
@NullMarked
package org.lifeboat.engine.verified;

import org.jspecify.annotations.NullMarked;
