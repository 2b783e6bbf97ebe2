package org.lifeboat.engine.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The user's plans. Each change is on disk when its call returns, so that what it says may be acted upon.
public interface PlanStore {
    /// The number of a plan in this profile; never given twice.
    record Id(long value) {}

    Id add(StoredPlan plan);

    /// @return whether there was one to replace
    boolean put(Id id, StoredPlan plan);

    Optional<StoredPlan> find(Id id);

    /// Oldest first.
    List<Id> all();

    /// @return whether there was one
    boolean remove(Id id);

    /// The greatest number that was ever given, also to a plan that is gone; 0 if none was.
    long lastGiven();

    /// Puts plans of a backup back under the numbers that they had, because own transactions name them.
    /// @param lastGiven no smaller number is given from now on
    void restore(Map<Id, StoredPlan> plans, long lastGiven);
}
