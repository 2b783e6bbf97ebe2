package org.lifeboat.app.drill;

import org.lifeboat.engine.drill.RealMoney;
import org.lifeboat.sandbox.rollup.BridgeDelays;
import org.lifeboat.sandbox.rollup.RollupPlan;

/// What the bridge of a world is like in which somebody plays.
/// @param paused whether proving and paying out are stopped when things go wrong
public record BridgeTerms(BridgeDelays delays, boolean paused) {
    public static final BridgeTerms USUAL = new BridgeTerms(BridgeDelays.USUAL, false);

    /// As the real bridge is, where its delays are such that a contest can be played.
    public static BridgeTerms of(RealMoney money) {
        return new BridgeTerms(
                new BridgeDelays(
                        money.bridge().maturity(),
                        money.contest().orElse(BridgeDelays.USUAL.contest()),
                        money.bridge().airGap()),
                money.bridge().paused());
    }

    /// The rollup that drills are played on, with these delays.
    RollupPlan plan() {
        return RollupPlan.FIRST.with(delays);
    }
}
