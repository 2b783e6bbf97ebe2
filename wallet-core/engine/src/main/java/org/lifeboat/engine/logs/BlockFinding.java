package org.lifeboat.engine.logs;

import java.util.List;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.block.Log;

/// What was found out about one block: three outcomes that are never folded into one another.
public sealed interface BlockFinding {
    long number();

    /// There is provably no such log.
    /// @param how by which part of the block's header
    record Absent(BlockRef block, How how) implements BlockFinding {
        @Override
        public long number() {
            return block.number();
        }
    }

    enum How {
        /// The bloom of the header says that none can be there.
        BLOOM,
        /// All receipts of the block are known by its receipts root, and none has one.
        RECEIPTS
    }

    /// All such logs of the block, by its receipts root.
    record Found(BlockRef block, List<Placed> logs) implements BlockFinding {
        public Found {
            logs = List.copyOf(logs);
        }

        @Override
        public long number() {
            return block.number();
        }
    }

    /// @param transaction place in the block, from 0
    /// @param index among all logs of the block, from 0
    record Placed(int transaction, int index, Log log) {}

    /// Says nothing about the block.
    record CouldNotCheck(long number, Why why) implements BlockFinding {}

    enum Why {
        /// Above the newest block that is verified here.
        NOT_VERIFIED,
        /// No source showed how the block hangs below the verified one.
        NO_HEADER,
        /// The bloom says that there may be one, and no source gave receipts that fit the receipts root.
        NO_RECEIPTS,
        /// More blocks may hold one than are looked into at once; ask for a narrower range.
        TOO_MANY,
        OUT_OF_TIME
    }
}
