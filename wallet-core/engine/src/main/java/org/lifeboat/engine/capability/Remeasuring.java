package org.lifeboat.engine.capability;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.SourceStore;

/// Which sources should be measured again: what a server offers changes without a word.
public final class Remeasuring {
    /// How long a measurement is taken for true.
    public static final Duration VALID = Duration.ofDays(1);

    private Remeasuring() {}

    /// Those never measured, measured a day ago or more, or measured in a future that the clock has been set back
    /// from. A source that was set aside is left alone.
    public static List<Source> due(List<Source> sources, SourceStore store, Instant now) {
        return sources.stream()
                .filter(source -> !source.health().setAside())
                .filter(source -> store.capabilities(source.id())
                        .map(SourceStore.Measured::at)
                        .filter(at -> !at.isAfter(now) && at.plus(VALID).isAfter(now))
                        .isEmpty())
                .toList();
    }
}
