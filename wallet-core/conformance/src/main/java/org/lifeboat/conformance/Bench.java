package org.lifeboat.conformance;

import java.io.IOException;
import java.io.PrintStream;
import org.lifeboat.testkit.vectors.VectorSource;

/// A table of figures. One small file each; listed in [Suites].
public interface Bench {
    /// What `-Dbench=` says.
    String name();

    /// One line for the list of names.
    String description();

    /// Measures and prints.
    /// @param vectors real data to measure with; a bench that finds none says so and measures what it made
    /// itself
    void run(VectorSource vectors, PrintStream out) throws IOException;
}
