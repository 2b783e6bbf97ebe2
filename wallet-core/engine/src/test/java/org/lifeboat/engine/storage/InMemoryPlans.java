package org.lifeboat.engine.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Plans without a disk.
final class InMemoryPlans implements PlanStore {
    private final Map<Long, StoredPlan> plans = new TreeMap<>();
    private long last;

    @Override
    public Id add(StoredPlan plan) {
        plans.put(++last, plan);
        return new Id(last);
    }

    @Override
    public boolean put(Id id, StoredPlan plan) {
        return plans.replace(id.value(), plan) != null;
    }

    @Override
    public Optional<StoredPlan> find(Id id) {
        return Optional.ofNullable(plans.get(id.value()));
    }

    @Override
    public List<Id> all() {
        return plans.keySet().stream().map(Id::new).toList();
    }

    @Override
    public boolean remove(Id id) {
        return plans.remove(id.value()) != null;
    }

    @Override
    public long lastGiven() {
        return last;
    }

    @Override
    public void restore(Map<Id, StoredPlan> restored, long lastGiven) {
        restored.forEach((id, plan) -> plans.put(id.value(), plan));
        last = Math.max(last, lastGiven);
    }
}
