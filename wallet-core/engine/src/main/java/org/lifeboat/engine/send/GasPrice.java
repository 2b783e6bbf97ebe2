package org.lifeboat.engine.send;

import org.lifeboat.primitives.Wei;

/// What is offered a unit of gas, in wei.
public sealed interface GasPrice {
    /// EIP-1559.
    /// @param expectedBase the next block's base fee as far as it is known
    /// @param tip `max_priority_fee_per_gas`
    /// @param most `max_fee_per_gas`
    record Dynamic(Wei expectedBase, Wei tip, Wei most) implements GasPrice {
        public Dynamic {
            if (tip.compareTo(most) > 0) {
                throw new IllegalArgumentException("the tip is above the most that may be paid");
            }
        }

        @Override
        public Wei expected() {
            Wei sum = expectedBase.plus(tip);
            return sum.compareTo(most) < 0 ? sum : most;
        }
    }

    /// For chains without a base fee.
    record Flat(Wei most) implements GasPrice {
        @Override
        public Wei expected() {
            return most;
        }
    }

    /// What will probably be paid.
    Wei expected();

    /// What will be paid at most; the account must hold this much a unit of gas.
    Wei most();
}
