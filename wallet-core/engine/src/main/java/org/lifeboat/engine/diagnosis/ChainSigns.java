package org.lifeboat.engine.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.exit.RootRhythm;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;

/// What one look at a chain saw.
/// @param at by this computer's clock
/// @param l1 empty where L1 said nothing that could be checked
/// @param l2 of each server that answered
/// @param bridge where it was read anew
public record ChainSigns(Instant at, Optional<OfL1> l1, List<OfL2> l2, Optional<OfBridge> bridge) {
    public ChainSigns {
        l2 = List.copyOf(l2);
    }

    /// @param batches how many transactions the batcher's account has sent; empty where that is not known
    /// @param assurance of the state that this was proven against
    public record OfL1(BlockRef block, Optional<Long> batches, Assurance assurance) {}

    /// What a server of the L2 says.
    /// @param safe the newest block that L1's data bring about, as this server has derived it; empty where it
    /// tells of none
    /// @param again hashes that it has now for blocks that were asked for by their numbers
    public record OfL2(String source, BlockRef newest, Optional<BlockRef> safe, Map<Long, Hash32> again) {
        public OfL2 {
            again = Map.copyOf(again);
        }
    }

    /// @param finalBlock newest of the L2 that L1 treats as final; empty where the bridge keeps none
    /// @param rhythm of the roots; empty where there are too few
    public record OfBridge(
            boolean paused, Optional<Long> finalBlock, Optional<RootRhythm> rhythm, Assurance assurance) {}
}
