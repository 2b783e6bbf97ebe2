package org.lifeboat.engine.verified;

import java.util.Set;
import org.lifeboat.evm.state.StateKey;

/// What one run on one state came to.
public sealed interface Attempt<R> {
    record Done<R>(R value) implements Attempt<R> {}

    record Needs<R>(Set<StateKey> keys) implements Attempt<R> {
        public Needs {
            keys = Set.copyOf(keys);
        }
    }

    record NotHere<R>(String what) implements Attempt<R> {}
}
