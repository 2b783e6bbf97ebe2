package org.lifeboat.engine.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lifeboat.primitives.BlockRef;

/// How often something grows, counted in blocks of L1. Pure.
/// @param value newest seen of it
/// @param since number of the L1 block at which it was seen so first
/// @param sinceSeconds time of that block
/// @param moves whether it was seen to grow at all
/// @param gaps the last few pauses between two times at which it grew, oldest first
record Rhythm(long value, long since, long sinceSeconds, boolean moves, List<Long> gaps) {
    private static final int MOST_GAPS = 24;

    /// Fewer say too little about how long the next may be.
    private static final int ENOUGH_GAPS = 6;

    /// How many times the longest pause lately has to pass; and while few are known.
    private static final int TIMES = 3;

    private static final int TIMES_OF_FEW = 6;

    /// A quarter of an hour: a batcher waits so long where L1 is busy. Unit: L1 blocks.
    private static final long LEAST = 75;

    /// The same while few pauses are known: an hour.
    private static final long LEAST_OF_FEW = 300;

    /// Between looks further apart than this nobody knows when it grew. Unit: L1 blocks.
    private static final long NEAR = 15;

    Rhythm {
        gaps = List.copyOf(gaps);
    }

    static Rhythm begin(long value, BlockRef l1) {
        return new Rhythm(value, l1.number(), l1.unixSeconds(), false, List.of());
    }

    /// With a value of an earlier block, so that whether it moves is known at once.
    static Rhythm begin(long value, BlockRef l1, long earlierValue, BlockRef earlier) {
        return earlierValue < value
                ? new Rhythm(value, earlier.number(), earlier.unixSeconds(), true, List.of())
                : begin(value, earlier);
    }

    /// @param before the L1 block of the look before this one
    Rhythm after(long newer, BlockRef l1, BlockRef before) {
        if (newer < value) { // L1 went back.
            return new Rhythm(newer, since, sinceSeconds, moves, gaps);
        }
        if (newer == value) {
            return this;
        }
        List<Long> more = new ArrayList<>(gaps);
        if (moves && l1.number() - before.number() <= NEAR) {
            more.add(l1.number() - since);
        }
        List<Long> last = more.subList(Math.max(0, more.size() - MOST_GAPS), more.size());
        return new Rhythm(newer, l1.number(), l1.unixSeconds(), true, last);
    }

    /// So many L1 blocks without growing are no more than usual.
    /// @param window sequencing window: after it, what is not on L1 is lost. Unit: L1 blocks
    long limit(long window) {
        long most = Math.max(1, window / 2);
        if (gaps.isEmpty()) {
            return most;
        }
        boolean few = gaps.size() < ENOUGH_GAPS;
        long least = Math.min(few ? LEAST_OF_FEW : LEAST, Math.max(1, window / 4));
        return Math.min(Math.max(least, (few ? TIMES_OF_FEW : TIMES) * Collections.max(gaps)), most);
    }

    boolean overdue(BlockRef l1, long window) {
        return l1.number() - since > limit(window);
    }
}
