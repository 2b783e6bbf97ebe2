package org.lifeboat.sandbox.world;

import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.node.Mining;

/// Makes gas dear as it becomes dear in the world: by blocks that are full of somebody's transactions.
public final class FeeSpike {
    /// From the least base fee there is to [#HIGHEST] it takes some 220 full blocks.
    private static final int MOST_BLOCKS = 400;

    /// What may be asked for. Unit: wei a gas.
    public static final Wei HIGHEST = Wei.of(500_000_000_000L);

    private final L1Node node;
    private final Faucet faucet;

    public FeeSpike(L1Node node, Faucet faucet) {
        this.node = node;
        this.faucet = faucet;
    }

    /// Fills blocks until the newest one's base fee is as high.
    /// @return its base fee
    public synchronized Wei raiseTo(Wei wanted) {
        if (wanted.compareTo(HIGHEST) > 0) {
            throw new IllegalArgumentException("higher than the faucet pays");
        }
        Mining before = node.mining();
        node.setMining(Mining.WHEN_TOLD);
        try {
            for (int i = 0; i < MOST_BLOCKS && newest().compareTo(wanted) < 0; i++) {
                fill();
                node.mine();
            }
        } finally {
            node.setMining(before);
        }
        return newest();
    }

    private Wei newest() {
        return node.history().newest().baseFee();
    }

    private void fill() {
        long left = node.settings().gasLimit().amount();
        long most = node.settings().rules().transactionGasCap;
        while (left >= Faucet.LEAST_BURNT) {
            long gas = Math.min(left, most);
            faucet.burn(new Gas(gas));
            left -= gas;
        }
    }
}
