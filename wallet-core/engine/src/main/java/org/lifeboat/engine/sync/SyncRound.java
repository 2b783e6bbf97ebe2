package org.lifeboat.engine.sync;

import java.util.List;

/// What one round of asking came to.
/// @param setAside sources that were not asked because they were caught earlier in this run
public record SyncRound(SyncStatus status, List<Finding> findings, int asked, int setAside) {
    public SyncRound {
        findings = List.copyOf(findings);
    }
}
