package org.lifeboat.engine.chaincheck;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lifeboat.engine.source.SourceId;

/// What sources did not give, or gave wrongly, during one check.
final class Troubles {
    /// A source that fails does so over and over.
    private static final int MOST = 50;

    private final Set<String> all = new LinkedHashSet<>();
    private String last = "no source is set up";

    void add(SourceId source, String what) {
        last = source.shown() + ": " + what;
        if (all.size() < MOST) {
            all.add(last);
        }
    }

    /// The newest.
    String last() {
        return last;
    }

    List<String> all() {
        return List.copyOf(all);
    }
}
