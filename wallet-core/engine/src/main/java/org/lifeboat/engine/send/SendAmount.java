package org.lifeboat.engine.send;

import java.math.BigInteger;

/// How much is wanted.
public sealed interface SendAmount {
    /// @param units in the asset's smallest unit
    record Exactly(BigInteger units) implements SendAmount {
        public Exactly {
            if (units.signum() < 0 || units.bitLength() > 256) {
                throw new IllegalArgumentException("amount out of range");
            }
        }
    }

    /// All there is; of the coin: all but the most that the fee can become.
    /// @param keepWayOut whether the coin that a way out from an L2 above this network takes stays too
    record Max(boolean keepWayOut) implements SendAmount {}
}
