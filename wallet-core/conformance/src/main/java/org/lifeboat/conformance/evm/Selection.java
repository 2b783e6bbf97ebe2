package org.lifeboat.conformance.evm;

import java.util.Arrays;
import java.util.List;

/// Which cases to run.
/// @param forks names as the test files have them; none: all
/// @param filter a part of a file's path or a case's name; empty: all
public record Selection(List<String> forks, String filter) {
    public Selection {
        forks = List.copyOf(forks);
    }

    /// From the system properties `forks` and `filter`.
    public static Selection fromProperties() {
        String forks = System.getProperty("forks", "");
        List<String> named =
                Arrays.stream(forks.split(",")).filter(name -> !name.isBlank()).toList();
        return new Selection(named, System.getProperty("filter", ""));
    }

    /// Whether a file may hold wanted cases: the filter may name a case inside.
    boolean mayHold(String path) {
        return !path.isEmpty();
    }

    boolean wantsFork(String name) {
        return forks.isEmpty() || forks.contains(name);
    }

    boolean wants(String path, String caseName) {
        return filter.isEmpty() || path.contains(filter) || caseName.contains(filter);
    }
}
