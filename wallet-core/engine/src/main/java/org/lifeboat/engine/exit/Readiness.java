package org.lifeboat.engine.exit;

import java.util.Optional;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.GameType;

/// Whether an account could leave an L2 on its own today, with what it holds on L1. Pure.
///
/// @param held on L1
/// @param needed for every step there, at twice today's price
/// @param missing of that; empty where it is enough
/// @param bond for posting a root oneself if nobody else does any more, paid back if the root is true; empty where
/// that is not open to everybody
/// @param bondMissing of both together; empty where it is enough, or no bond helps
public record Readiness(Wei held, Wei needed, Optional<Wei> missing, Optional<Wei> bond, Optional<Wei> bondMissing) {
    /// Gas of one step on L1, as measured with go-ethereum 1.17 against Portal 5.8.0 and FaultDisputeGame 2.4.2:
    /// a withdrawal forced through L1 229,370; its proof 266,049; ending a game 110,885 and 37,258; paying out
    /// 160,765; posting a root 516,894.
    static final long FORCE = 229_370;

    static final long PROVE = 266_049;
    static final long END_GAME = 110_885 + 37_258;
    static final long FINISH = 160_765;
    static final long OWN_ROOT = 516_894;

    /// Fees may double between today and the day of need.
    static final int PRICE_FACTOR = 2;

    /// *Could you leave today?*, the same in the window and on the command line.
    public enum Answer {
        /// No: the fees are not there.
        MISSING,
        /// No: the fees are there, but the bridge is paused, or its roots are not read here.
        NOT_OPEN,
        /// Yes, as long as those who may do so post roots.
        WHILE_ROOTS,
        /// Yes, whatever anybody else does.
        ALONE;

        public boolean yes() {
            return this == WHILE_ROOTS || this == ALONE;
        }
    }

    /// @param open whether the bridge takes proofs against roots that this program reads: [BridgeReport#open]
    public Answer answer(boolean open) {
        if (missing.isPresent()) {
            return Answer.MISSING;
        }
        if (!open) {
            return Answer.NOT_OPEN;
        }
        return bond.isPresent() && bondMissing.isEmpty() ? Answer.ALONE : Answer.WHILE_ROOTS;
    }

    /// @param price of a unit of gas on L1 now
    public static Readiness of(Wei held, Wei price, Bridge bridge) {
        Wei doubled = price.times(PRICE_FACTOR);
        Wei needed = switch (bridge.contracts().posting()) {
            case GAMES -> needed(price);
            case OUTPUTS -> doubled.times(FORCE + PROVE + FINISH); // Nobody has to end anything.
        };
        Optional<Wei> bond =
                GameType.of(bridge.respectedType()) == GameType.OPEN ? Optional.of(bridge.bond()) : Optional.empty();
        return new Readiness(
                held,
                needed,
                missing(held, needed),
                bond,
                bond.flatMap(wei -> missing(held, needed.plus(wei).plus(doubled.times(OWN_ROOT)))));
    }

    /// All that it takes on L1 whatever anybody else does, the own root with its bond included; empty where that does
    /// not help, or is not there.
    /// @param price of a unit of gas on L1 when this was read
    public Optional<Wei> alone(Wei price) {
        return bond.filter(_ -> missing.isEmpty() && bondMissing.isEmpty())
                .map(wei -> needed.plus(wei).plus(price.times(PRICE_FACTOR).times(OWN_ROOT)));
    }

    /// The same where tokens are to come home as well, each by a withdrawal of its own. One root serves all.
    /// @param price of a unit of gas on L1 now
    public Readiness withTokens(int tokens, Wei price) {
        Wei all = needed.plus(neededForTokens(price).times(tokens));
        return new Readiness(
                held,
                all,
                missing(held, all),
                bond,
                bond.flatMap(wei -> missing(
                        held, all.plus(wei).plus(price.times(PRICE_FACTOR).times(OWN_ROOT)))));
    }

    /// For every step on L1, at twice today's price.
    public static Wei needed(Wei price) {
        return price.times(PRICE_FACTOR * (FORCE + PROVE + END_GAME + FINISH));
    }

    /// For every step on L1 of one token's way home, at twice today's price.
    public static Wei neededForTokens(Wei price) {
        return StepCost.wholeOfTokens(true, price.times(PRICE_FACTOR));
    }

    static Optional<Wei> missing(Wei held, Wei needed) {
        return needed.minus(held).filter(wei -> !wei.isZero());
    }
}
