package org.lifeboat.engine.send;

/// How soon a transaction is wanted. Decides the tip: the given percentile of the tips that the newest
/// [FeeMarket#BLOCKS] blocks took, of which the median over the blocks is used.
public enum Speed {
    SLOW(10),
    NORMAL(50),
    FAST(90);

    private final int percentile;

    Speed(int percentile) {
        this.percentile = percentile;
    }

    /// Of the tips inside a block, weighted by gas (`eth_feeHistory`, `rewardPercentiles`).
    public int percentile() {
        return percentile;
    }
}
