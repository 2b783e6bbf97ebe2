package org.lifeboat.engine.chaincheck;

import java.util.List;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.derivation.Given;
import org.lifeboat.verifier.trie.PreimageStore;

/// The state that a chain began with. With it all that came later follows from L1 alone: no server of the L2 is asked.
/// @param header of the first block, with the hash by which the chain is known
/// @param state every node and code of it; a check adds to it
public record GenesisState(BlockHeader header, PreimageStore state) {
    /// The first block, which has no transactions.
    Given.L2Block block() {
        return new Given.L2Block(header, List.of());
    }
}
