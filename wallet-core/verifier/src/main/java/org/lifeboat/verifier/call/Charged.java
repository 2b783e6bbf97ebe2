package org.lifeboat.verifier.call;

import java.math.BigInteger;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.evm.transaction.Surcharge;

/// Takes a charge from the sender of a transaction that is tried out. Nobody receives it: who does is no
/// effect of the transaction, as little as who gets its gas.
/// @param limit of the transaction's gas
record Charged(ChainFees.Charge charge, long limit) implements Surcharge {
    @Override
    public BigInteger reserve() {
        return charge.data().plus(charge.operator(limit)).value();
    }

    @Override
    public BigInteger settle(WorldState state, long gasUsed) {
        return charge.operator(limit).value().subtract(charge.operator(gasUsed).value());
    }
}
