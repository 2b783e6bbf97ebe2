package org.lifeboat.app.drill;

import java.util.Optional;
import org.lifeboat.engine.drill.RealMoney;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.rollup.BridgeDelays;
import org.lifeboat.sandbox.rollup.RollupPlan;

/// What the bridge of a world is like in which somebody plays.
/// @param paused whether proving and paying out are stopped when things go wrong
/// @param gas what a unit of gas on L1 costs; empty: next to nothing
public record BridgeTerms(BridgeDelays delays, boolean paused, Optional<Wei> gas) {
    public static final BridgeTerms USUAL = new BridgeTerms(BridgeDelays.USUAL, false, Optional.empty());

    /// As the real bridge is, where its delays are such that a contest can be played.
    public static BridgeTerms of(RealMoney money) {
        return new BridgeTerms(
                new BridgeDelays(
                        money.bridge().maturity(),
                        money.contest().orElse(BridgeDelays.USUAL.contest()),
                        money.bridge().airGap()),
                money.bridge().paused(),
                Optional.of(money.price()));
    }

    /// The rollup that drills are played on, with these delays and what somebody holds there.
    RollupPlan plan(Purse purse) {
        return RollupPlan.FIRST.with(delays).with(purse.kinds());
    }
}
