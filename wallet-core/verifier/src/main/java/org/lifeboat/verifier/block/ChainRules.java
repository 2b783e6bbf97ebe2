package org.lifeboat.verifier.block;

import java.util.Optional;
import org.lifeboat.primitives.block.BlockHeader;

/// What makes a chain's blocks valid: the plug between [BlockVerifier] and a chain. No state of its own.
public interface ChainRules {
    /// Whether the rules for that block are known here at all; the reason where not.
    Optional<String> unknown(BlockHeader header);

    /// The header against its parent, as far as that goes without running the block. The parent's hash was
    /// compared.
    Optional<BlockFault> checkHeader(BlockHeader header, BlockHeader parent);

    /// What must hold of the body before it is run. Transactions root and ommers' hash were compared.
    Optional<BlockFault> checkBody(Block block);

    /// Whether rules that this program does not know can be all that is wrong with a block.
    /// @return why the fault says nothing about the block; empty where it stands
    default Optional<String> excuse(BlockHeader header, BlockFault fault) {
        return Optional.empty();
    }

    /// Begins to run a block.
    BlockProgram begin(BlockContext context);
}
