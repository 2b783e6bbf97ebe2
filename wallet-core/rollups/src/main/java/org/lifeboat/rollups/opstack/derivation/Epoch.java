package org.lifeboat.rollups.opstack.derivation;

import java.util.List;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Log;

/// An L1 block as the origin of L2 blocks.
/// @param deposits that its logs ask for, as they stand in the first L2 block with this origin
/// @param updates logs that change the chain's configuration
record Epoch(BlockRef block, BlockHeader header, List<Bytes> deposits, List<Log> updates) {
    Epoch {
        deposits = List.copyOf(deposits);
        updates = List.copyOf(updates);
    }

    long number() {
        return block.number();
    }

    long unixSeconds() {
        return block.unixSeconds();
    }
}
