package org.lifeboat.verifier.block;

import org.lifeboat.evm.state.StateKey;
import org.lifeboat.primitives.block.Receipt;

/// How one step of a block ended.
public sealed interface Step {
    /// A step that is no transaction.
    record Done() implements Step {}

    /// A transaction. Its receipt says how much gas the block has used up to and with it.
    record Ran(Receipt receipt) implements Step {}

    /// The block may not have it so.
    record Fault(BlockFault fault) implements Step {}

    record Needs(StateKey key) implements Step {}

    /// The block holds something of rules that this program does not have: nothing is said about it.
    record Unknown(String reason) implements Step {}
}
