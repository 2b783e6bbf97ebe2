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
    /// @param roots of the same blocks, what a root on L1 would say of them, recomputed from their headers; without
    /// those whose header does not say so much
    public record OfL2(
            String source, BlockRef newest, Optional<BlockRef> safe, Map<Long, Hash32> again, Map<Long, Hash32> roots) {
        public OfL2 {
            again = Map.copyOf(again);
            roots = Map.copyOf(roots);
        }

        /// Of a server that no root was compared with.
        public OfL2(String source, BlockRef newest, Optional<BlockRef> safe, Map<Long, Hash32> again) {
            this(source, newest, safe, again, Map.of());
        }
    }

    /// A root that stands on L1, as far as its contest goes.
    /// @param block of the L2 that it is claimed for
    public record Posted(long block, Hash32 root) {}

    /// @param finalBlock newest of the L2 that L1 treats as final; empty where the bridge keeps none
    /// @param rhythm of the roots; empty where there are too few
    /// @param posted the newest roots that can be proven against
    public record OfBridge(
            boolean paused,
            Optional<Long> finalBlock,
            Optional<RootRhythm> rhythm,
            List<Posted> posted,
            Assurance assurance) {
        public OfBridge {
            posted = List.copyOf(posted);
        }

        /// Where no root was asked for by what it says.
        public OfBridge(boolean paused, Optional<Long> finalBlock, Optional<RootRhythm> rhythm, Assurance assurance) {
            this(paused, finalBlock, rhythm, List.of(), assurance);
        }
    }
}
