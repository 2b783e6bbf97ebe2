package org.lifeboat.evm.transaction;

import java.util.List;
import java.util.Optional;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.evm.state.Log;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.primitives.Address;

/// What became of a transaction.
public sealed interface TransactionResult {
    /// It ran, and stands in the block whatever its outcome.
    /// @param gasUsed what is paid for, refunds taken off
    /// @param created the new contract's address, where it was a creation
    record Executed(Outcome outcome, long gasUsed, List<Log> logs, Optional<Address> created)
            implements TransactionResult {
        public Executed {
            logs = List.copyOf(logs);
        }
    }

    /// It may not stand in this block. The state is as before.
    record Invalid(InvalidReason reason) implements TransactionResult {}

    /// The state below could not answer: get the key and run again. The state is as before.
    record Needs(StateKey key) implements TransactionResult {}
}
