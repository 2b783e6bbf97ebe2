package org.lifeboat.sandbox.rollup;

import java.util.Locale;

/// Who works for a rollup, in the order in which they act.
public enum Role {
    SEQUENCER,
    BATCHER,
    PROPOSER,
    CHALLENGER,
    /// Owns the contracts, and may stop the bridge. Does nothing unless somebody has it done.
    GUARDIAN;

    /// As it is named to the sandbox.
    public String said() {
        return name().toLowerCase(Locale.ROOT);
    }
}
