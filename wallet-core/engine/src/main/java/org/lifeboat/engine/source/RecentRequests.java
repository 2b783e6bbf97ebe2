package org.lifeboat.engine.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Keeps the newest requests in memory. Thread-safe.
public final class RecentRequests implements RequestLog {
    private final int capacity;
    private final Deque<Entry> newest = new ArrayDeque<>();

    /// @param capacity how many entries are kept, at least one
    public RecentRequests(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be positive");
        }
        this.capacity = capacity;
    }

    @Override
    public synchronized void add(Entry entry) {
        if (newest.size() == capacity) {
            newest.removeFirst();
        }
        newest.addLast(entry);
    }

    /// Oldest first.
    public synchronized List<Entry> entries() {
        return List.copyOf(newest);
    }
}
