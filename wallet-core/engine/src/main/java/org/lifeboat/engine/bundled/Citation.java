package org.lifeboat.engine.bundled;

import java.time.LocalDate;
import java.util.Set;

/// Where values of a bundled entry were read.
/// @param cite repository@commit:path
/// @param date the day on which it was read
/// @param values the names of the members of the entry that it covers
public record Citation(String cite, LocalDate date, Set<String> values) {
    public Citation {
        if (!cite.matches("[^@ ]+/[^@ ]+@[0-9a-f]{8,40}\\^?:[^ ]+")) {
            throw new IllegalArgumentException("a source is cited as repository@commit:path, not " + cite);
        }
        values = Set.copyOf(values);
    }
}
