package org.lifeboat.engine.source;

/// Where health records outlive the program. Thread-safe.
public interface HealthBook {
    /// What is remembered of a source; [Health#UNKNOWN] where nothing is.
    Health healthOf(SourceId id);

    /// Keeps what [Health#remembered] says of `health`, in place of what was kept before. Does nothing for a
    /// source that is not in the user's list.
    void keepHealth(SourceId id, Health health);

    /// Remembers nothing: for tests and measurements.
    HealthBook NONE = new HealthBook() {
        @Override
        public Health healthOf(SourceId id) {
            return Health.UNKNOWN;
        }

        @Override
        public void keepHealth(SourceId id, Health health) {}
    };
}
