package org.lifeboat.verifier.call;

import java.util.Set;
import org.lifeboat.evm.state.StateKey;

/// What became of trying a transaction out.
public sealed interface Simulation {
    record Done(Effects effects) implements Simulation {}

    /// As [CallResult.Needs].
    record Needs(Set<StateKey> keys) implements Simulation {
        public Needs {
            keys = Set.copyOf(keys);
        }
    }

    /// As [CallResult.NotHere].
    record NotHere(String what) implements Simulation {}
}
