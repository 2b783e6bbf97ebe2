package org.lifeboat.app.drill;

import org.lifeboat.engine.drill.RealMoney;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.world.PlayWorld;

/// What somebody who plays a drill has, in play money.
/// @param wanted what shall come home from the layer 2
public record Purse(Wei onL1, Wei onL2, Wei wanted) {
    public static final Purse USUAL = new Purse(PlayWorld.ether(5), PlayWorld.ether(5), PlayWorld.ether(2));

    /// More than the steps on L1 and a bond take in a sandbox, where gas is cheap.
    private static final Wei ENOUGH = PlayWorld.ether(1);

    /// As much as somebody really has, all of which shall come home. Who has too little on L1 for the play is lent what
    /// is missing: what would have failed for want of it is found out from the moves.
    public static Purse of(RealMoney money) {
        Wei held = money.ready().held();
        return new Purse(held.compareTo(ENOUGH) < 0 ? ENOUGH : held, money.onL2(), money.onL2());
    }
}
