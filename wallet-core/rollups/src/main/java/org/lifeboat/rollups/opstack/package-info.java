/// The bridge of the OP Stack, as its contracts on L1 keep it: what L1 says of an L2's state, and how money gets
/// in and out without anybody's leave. Source: OP Stack specification (ethereum-optimism/specs: `withdrawals`,
/// `deposits`, `predeploys`, `fault-proof/*`, and the pages of Isthmus).
///
/// **Trusted:** an L1 block header that somebody else has checked; everything here is read against its state.
/// **Checked here:** that a root on L1 is the one of an L2 header at hand, that a withdrawal stands under that
/// root, which L2 transaction an L1 receipt will become, and what the bridge would refuse.
/// **Missing:** contests below the output roots, which take a program's trace; roots over several chains at once
/// (super roots).
///
/// [OpStack] is the door, and [RootChoices] where the user chooses a root; the rest are values. Nothing here asks
/// anybody: what is lacking comes back as keys.
@NullMarked
package org.lifeboat.rollups.opstack;

import org.jspecify.annotations.NullMarked;
