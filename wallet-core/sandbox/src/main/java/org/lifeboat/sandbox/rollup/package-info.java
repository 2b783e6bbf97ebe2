/// A rollup of the OP Stack kind on the sandbox's L1: its contracts, its chain, and those who work for it.
///
/// Blocks are executed and derived by [org.lifeboat.rollups.opstack], as for any chain of that stack. Who
/// does something for the rollup is an [Actor], one small file each, and can be told to misbehave
/// ([Conduct]). Read in this order: [RollupPlan] (where everything is), [BridgeGenesis] and [Layer2Genesis]
/// (what is there from the first block on), [Layer2Node] (the chain), [L1Follower] (what L1 says of it),
/// the actors, [Rollup]. Nothing here has a clock or a thread: somebody calls [Rollup#turn].
@NullMarked
package org.lifeboat.sandbox.rollup;

import org.jspecify.annotations.NullMarked;
