package org.lifeboat.app.drill;

import java.util.Optional;
import org.lifeboat.engine.drill.PlayedBridge;
import org.lifeboat.engine.drill.RealMoney;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.rollup.BridgeDelays;
import org.lifeboat.sandbox.rollup.RollupPlan;

/// What the bridge of a world is like in which somebody plays.
/// @param paused whether proving and paying out are stopped when things go wrong
/// @param gas what a unit of gas on L1 costs; empty: next to nothing
/// @param bond for a root; empty: the usual one
public record BridgeTerms(BridgeDelays delays, boolean paused, Optional<Wei> gas, Optional<Wei> bond) {
    public static final BridgeTerms USUAL =
            new BridgeTerms(BridgeDelays.USUAL, false, Optional.empty(), Optional.empty());

    /// As the real bridge is, as far as it can be played.
    public static BridgeTerms of(RealMoney money) {
        PlayedBridge bridge = money.played();
        return new BridgeTerms(
                new BridgeDelays(bridge.maturity(), bridge.contest(), bridge.airGap()),
                money.bridge().paused(),
                Optional.of(money.price()),
                bridge.bond());
    }

    /// The rollup that drills are played on, with these delays, this bond and what somebody holds there.
    RollupPlan plan(Purse purse) {
        RollupPlan plan = RollupPlan.FIRST.with(delays).with(purse.kinds());
        return bond.map(plan::with).orElse(plan);
    }
}
