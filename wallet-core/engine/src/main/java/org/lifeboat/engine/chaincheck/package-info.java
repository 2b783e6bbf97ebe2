/// Is an L2 telling the truth? Runs its blocks again, from its data on L1, and compares with what somebody
/// claims: a root that was posted, or a block that a server names.
///
/// [ChainChecks] is the door; what it needs is in [CheckPlace] (with [Rollups] for what tells one chain from
/// another), what is to be checked in [CheckWish], what came of it in [CheckReport]. Everything that a
/// server says is held against a header of L1 or hashed here; what is taken on trust is said in the report:
/// the L1 headers unless a light client has verified them ([CheckReport#l1Verified]), and where the check
/// began ([Ground]).
///
/// Never: a verdict where something was missing; a dispute begun by itself.
@NullMarked
package org.lifeboat.engine.chaincheck;

import org.jspecify.annotations.NullMarked;
