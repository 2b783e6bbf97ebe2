package org.lifeboat.rollups.opstack.execution;

import java.util.Optional;
import org.lifeboat.evm.state.StateReader;
import org.lifeboat.evm.transaction.Surcharge;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;

/// What transactions that nobody has signed pay for their data and to the operator in a block that nobody makes, and
/// who gets it: as in a block, by what `L1Block` holds in the state that the block stands on.
public final class SupposedFees {
    private final OpFork fork;
    private final L1Attributes l1;

    private SupposedFees(OpFork fork, L1Attributes l1) {
        this.fork = fork;
        this.l1 = l1;
    }

    /// @param fork of the block; from Isthmus on
    /// @return empty where the state does not tell
    public static Optional<SupposedFees> of(OpFork fork, StateReader state) {
        return OpFees.read(state).map(l1 -> new SupposedFees(fork, l1));
    }

    /// @param baseFee of the block
    public Surcharge surcharge(Transaction transaction, Wei baseFee) {
        SignedTransaction signed = new SignedTransaction(transaction, OpFees.SOME_SIGNATURE);
        return new OpSurcharge(fork, l1, baseFee, signed, signed.encoded());
    }

    /// What its data counts for in the block (Jovian). Unit: gas.
    public long footprint(Transaction transaction) {
        Bytes encoded = new SignedTransaction(transaction, OpFees.SOME_SIGNATURE).encoded();
        long scalar = l1.footprintScalar() == 0 ? L1Attributes.DEFAULT_FOOTPRINT_SCALAR : l1.footprintScalar();
        return L1Fee.estimatedSize(encoded) * scalar;
    }
}
