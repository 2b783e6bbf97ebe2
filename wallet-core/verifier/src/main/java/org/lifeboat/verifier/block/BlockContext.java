package org.lifeboat.verifier.block;

import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.evm.trace.Listener;
import org.lifeboat.primitives.block.BlockHeader;

/// What a block's run stands on.
/// @param header of the block. Where the block is being made, the fields that follow from the run are not there
/// yet: a [BlockProgram] reads none of them
/// @param state the parent's, and what the block changed so far
/// @param listener told of what its transactions do
public record BlockContext(
        BlockHeader header, BlockHeader parent, WorldState state, Secp256k1 curve, Optional<Listener> listener) {
    /// While nobody watches.
    public BlockContext(BlockHeader header, BlockHeader parent, WorldState state, Secp256k1 curve) {
        this(header, parent, state, curve, Optional.empty());
    }
}
