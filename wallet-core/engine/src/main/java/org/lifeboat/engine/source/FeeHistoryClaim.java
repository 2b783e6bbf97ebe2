package org.lifeboat.engine.source;

import java.util.List;
import org.lifeboat.primitives.Wei;

/// The result of `eth_feeHistory` as claimed.
/// @param baseFees one a block, oldest first, and one more for the next block; in wei a unit of gas
/// @param gasUsedPermille how full each block was, 0 to 1000, rounded down
/// @param rewards per block the tips at the asked percentiles, in wei a unit of gas; may be empty
public record FeeHistoryClaim(
        long oldestBlock, List<Wei> baseFees, List<Integer> gasUsedPermille, List<List<Wei>> rewards) {
    public FeeHistoryClaim {
        baseFees = List.copyOf(baseFees);
        gasUsedPermille = List.copyOf(gasUsedPermille);
        rewards = rewards.stream().map(List::copyOf).toList();
    }
}
