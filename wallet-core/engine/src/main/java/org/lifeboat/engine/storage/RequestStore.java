package org.lifeboat.engine.storage;

import java.util.List;
import org.lifeboat.engine.source.RequestLog;

/// The requests that left the program, so that the user can see who was told what, also of earlier runs.
public interface RequestStore {
    /// How many are kept; the oldest go first.
    int KEPT = 10_000;

    /// In the order in which they were sent.
    void addAll(List<RequestLog.Entry> entries);

    /// @param limit at most this many
    /// @return oldest first
    List<RequestLog.Entry> newest(int limit);
}
