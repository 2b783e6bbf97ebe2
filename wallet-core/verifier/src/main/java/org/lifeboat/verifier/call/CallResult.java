package org.lifeboat.verifier.call;

import java.util.Set;
import org.lifeboat.evm.interpreter.HaltReason;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.primitives.Bytes;

/// What became of a call.
public sealed interface CallResult {
    /// @param gasUsed by the code
    /// @param read what it read of the state, codes left out
    record Returned(Bytes output, long gasUsed, Set<StateKey> read) implements CallResult {
        public Returned {
            read = Set.copyOf(read);
        }
    }

    /// @param output the reason as the contract encoded it
    record Reverted(Bytes output) implements CallResult {}

    record Halted(HaltReason reason) implements CallResult {}

    /// The caller does not have what it sends along.
    record Unpaid() implements CallResult {}

    /// The state lacks these; get them and run again.
    record Needs(Set<StateKey> keys) implements CallResult {
        public Needs {
            keys = Set.copyOf(keys);
        }
    }

    /// It met what only its own chain can run.
    /// @param what an address, or a kind of code, for showing
    record NotHere(String what) implements CallResult {}
}
