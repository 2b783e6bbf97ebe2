package org.lifeboat.app.drill;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.lifeboat.engine.drill.DrillGoal;
import org.lifeboat.engine.drill.RealMoney;
import org.lifeboat.engine.exit.ExitToken;
import org.lifeboat.engine.token.TokenFacts;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.contracts.NamedToken;
import org.lifeboat.sandbox.rollup.RollupPlan;
import org.lifeboat.sandbox.world.PlayWorld;

/// What somebody who plays a drill has, in play money.
/// @param wanted what shall come home from the L2, of the coin
/// @param tokens on the L2, all of which shall come home too
public record Purse(Wei onL1, Wei onL2, Wei wanted, List<Copy> tokens) {
    public static final Purse USUAL = new Purse(PlayWorld.ether(5), PlayWorld.ether(5), PlayWorld.ether(2), List.of());

    /// What is there for a root of one's own, beyond its bond and what the steps take.
    private static final Wei ENOUGH = PlayWorld.ether(1);

    /// Before a copied symbol: play money says that it is.
    private static final String PLAY = "play";

    public Purse {
        tokens = List.copyOf(tokens);
    }

    /// @param units in the token's smallest unit
    public record Copy(NamedToken token, BigInteger units) {
        /// All of it.
        ExitToken all() {
            return new ExitToken(token.pair(), units, token.symbol(), token.decimals());
        }
    }

    /// As much as somebody really has, all of which shall come home. Who has too little on L1 for the play is lent what
    /// is missing: what would have failed for want of it is found out from the moves.
    public static Purse of(RealMoney money) {
        Wei held = money.ready().held();
        Wei bond = money.played().bond().orElse(RollupPlan.FIRST.rootBond());
        Wei enough = money.ready().needed().plus(bond).plus(ENOUGH);
        List<Copy> copies = new ArrayList<>();
        for (RealMoney.Held each : money.movable()) {
            String symbol = PLAY + each.token().symbol();
            NamedToken copy = new NamedToken(
                    symbol.substring(0, Math.min(symbol.length(), TokenFacts.SYMBOL_LIMIT)),
                    each.token().decimals(),
                    copies.size());
            copies.add(new Copy(copy, each.units()));
        }
        return new Purse(held.compareTo(enough) < 0 ? enough : held, money.onL2(), money.onL2(), copies);
    }

    /// What of it is to be brought home.
    DrillGoal goal() {
        return new DrillGoal(!wanted.isZero(), tokens.stream().map(Copy::all).toList());
    }

    /// What the world must know before it begins.
    List<NamedToken> kinds() {
        return tokens.stream().map(Copy::token).toList();
    }
}
