package org.lifeboat.rollups.opstack.dispute;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lifeboat.primitives.Hash32;

/// The output roots that an honest player stands for, between the block that a game stands on and the one
/// that it claims. Source: honest-challenger-fdg; op-challenger, `outputs.OutputTraceProvider`.
/// @param start the block that the game stands on
/// @param claimed the block that it claims
/// @param last the newest block that L1 brings about up to the game's `l1Head`, if that is before
/// `claimed`: its root stands for all later ones
/// @param roots by block, computed here
public record HonestRoots(long start, long claimed, Optional<Long> last, SortedMap<Long, Hash32> roots) {
    public HonestRoots {
        roots = Collections.unmodifiableSortedMap(new TreeMap<>(roots));
        if (claimed <= start) {
            throw new IllegalArgumentException("a game claims a block after its start");
        }
    }

    /// The block whose root a claim at that position commits to.
    public long block(Position position, int splitDepth) {
        BigInteger named = position.traceIndex(splitDepth).add(BigInteger.valueOf(start + 1));
        long within = named.min(BigInteger.valueOf(claimed)).longValueExact();
        return last.map(newest -> Math.min(newest, within)).orElse(within);
    }

    /// @return empty where the root was not computed here
    public Optional<Hash32> at(Position position, int splitDepth) {
        return Optional.ofNullable(roots.get(block(position, splitDepth)));
    }
}
