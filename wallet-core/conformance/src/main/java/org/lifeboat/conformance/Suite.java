package org.lifeboat.conformance;

import java.io.IOException;
import org.lifeboat.testkit.vectors.VectorSource;

/// A set of checks against published vectors. One small file each; listed in [Suites].
public interface Suite {
    /// What `-Dsuite=` says.
    String name();

    /// One line for the list of names.
    String description();

    /// Runs every case found in `vectors`. Files are known by their shape rather than their place, so that any
    /// folder with files of the same formats works; those of other suites are passed over.
    /// @throws IOException if a file cannot be read; whatever a case throws belongs in the report instead
    void run(VectorSource vectors, Report report) throws IOException;
}
